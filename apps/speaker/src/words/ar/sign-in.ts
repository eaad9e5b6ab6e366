import type { Words } from "../index.ts";

/** Digits and signs that would turn around between Arabic words. */
const leftToRight = (text: string) => `\u2066${text}\u2069`;

export const signIn: Words["signIn"] = {
  screens: {
    "sign-in": {
      title: "سجّل الدخول لتتحدث",
      lead: "ثم اختبر الميكروفون وابدأ البث. لا يحتاج مستمعوك إلى حساب.",
    },
    "sign-up": { title: "إنشاء حساب", lead: "تحتاج إلى حساب لتتحدث. ولا يحتاج مستمعوك إليه." },
    "confirm-sign-up": {
      title: "انظر في بريدك",
      lead: (address) => `رمزٌ في طريقه إلى ${leftToRight(address)}. وهو صالح ليوم واحد.`,
    },
    forgot: { title: "تعيين كلمة مرور جديدة", lead: "إن كان لعنوانك حساب هنا فسيصله رمز." },
    "reset-password": {
      title: "انظر في بريدك",
      lead: (address) => `إن كان للعنوان ${leftToRight(address)} حساب هنا فالرمز في طريقه إليه. وهو صالح لساعة واحدة.`,
    },
    "new-password": {
      title: "اختر كلمة مرور خاصة بك",
      lead: "كلمة مرورك وضعها غيرك. اختر كلمة لا يعرفها سواك.",
    },
    "totp-code": { title: "الخطوة الثانية", lead: "اكتب الرمز الذي يعرضه تطبيق المصادقة لـ Lectern." },
    "sms-code": {
      title: "الخطوة الثانية",
      lead: (phone) => `أُرسل رمز إلى ${leftToRight(phone)}. وهو صالح لثلاث دقائق.`,
    },
    "choose-factor": { title: "الخطوة الثانية", lead: "من أين تريد أن يأتي الرمز؟" },
    "set-up-authenticator": {
      title: "إعداد خطوة ثانية",
      lead: "هنا يسجّل الجميع الدخول برمز من تطبيق أيضًا.",
    },
  },
  email: "البريد الإلكتروني",
  password: "كلمة المرور",
  keep: "إبقاء دخولي مسجَّلًا",
  keepHint: "ليس على جهاز يستعمله غيرك.",
  signIn: "تسجيل الدخول",
  signingIn: "يجري تسجيل الدخول…",
  signInMissing: {
    title: "البريد الإلكتروني أو كلمة المرور ناقص",
    advice: "املأ الحقلين ثم سجّل الدخول.",
  },
  forgot: "هل نسيت كلمة المرور؟",
  closed: "ليس لديك حساب بعد؟ ينشئ الحسابات من يدير Lectern هذا: اطلب منه حسابًا.",
  confirmed: "تأكّد عنوانك. سجّل الدخول بكلمة المرور.",
  back: "العودة إلى تسجيل الدخول",
  anotherAccount: "تسجيل الدخول بحساب آخر",
  anotherAddress: "استعمال عنوان آخر",
  haveAccount: "لديّ حساب",
  continueWith: (provider) => `المتابعة عن طريق ${provider}`,
  signUp: {
    offer: "إنشاء حساب",
    action: "أنشئ الحساب",
    doing: "يجري الإنشاء…",
    missing: { title: "البريد الإلكتروني أو كلمة المرور ناقص", advice: "املأ الحقلين ثم تابع." },
  },
  code: {
    label: "الرمز",
    resend: "إرسال رمز جديد",
    resent: "رمز جديد في الطريق.",
    noMail: "لم تصلك رسالة؟",
    noMailCheck: "قد تتأخر دقيقة أو تكون بين الرسائل غير المرغوب فيها. وتحقق من العنوان أيضًا:",
    noMailReset: "قد تتأخر دقيقة أو تكون بين الرسائل غير المرغوب فيها.",
    invited: "هل دُعيت ولم تسجّل الدخول من قبل؟ سجّل الدخول إذن بكلمة المرور التي أُعطيتها، أو اطلب كلمة جديدة ممن دعاك.",
  },
  confirm: {
    action: "تأكيد",
    doing: "يجري التأكيد…",
    missing: { title: "الرمز ناقص", advice: "اكتب الأرقام الستة الواردة في الرسالة." },
  },
  reset: {
    send: "إرسال الرمز",
    sending: "يجري الإرسال…",
    missingAddress: { title: "عنوانك ناقص", advice: "اكتبه ثم تابع." },
    missing: { title: "الرمز أو كلمة المرور ناقص", advice: "املأ الحقلين ثم تابع." },
  },
  newPassword: {
    action: "حفظ وتسجيل الدخول",
    doing: "يجري الحفظ…",
    missing: { title: "ينقص شيء", advice: "املأ كل الحقول ثم تابع." },
    attributes: {
      name: { label: "الاسم" },
      given_name: { label: "الاسم الأول" },
      family_name: { label: "اسم العائلة" },
      birthdate: {
        label: "تاريخ الميلاد",
        hint: `السنة ثم الشهر ثم اليوم، مثل ${leftToRight("1990-12-31")}.`,
      },
      phone_number: { label: "رقم الهاتف", hint: `مع رمز البلد، مثل ${leftToRight("+4930123456")}.` },
    },
  },
  secondFactor: {
    totp: "تطبيق المصادقة",
    sms: "رسالة نصية",
    action: "متابعة",
    setUp: "تأكيد وتسجيل الدخول",
    doing: "يجري التحقق…",
    missing: { title: "الرمز ناقص", advice: "اكتب أرقامه الستة." },
    newSms: "سجّل الدخول من جديد ليصلك رمز جديد",
    lost: "هل فقدت جهازك؟",
    lostAdvice:
      "لا يستطيع أحد الاطلاع على الرمز. ومن يدير Lectern هذا يستطيع أن يلغي لك تسجيل الدخول بخطوتين: اطلب ذلك منه، وسجّل الدخول بكلمة المرور، ثم أعدّه على جهازك الجديد.",
  },
  again: {
    title: "سُجّل خروجك",
    advice: "من يسمعك الآن يظل يسمعك، لكن لا يدخل أحد جديد حتى تسجّل الدخول من جديد.",
  },
};
