import type { Words } from "../words.ts";
import { accountProblems } from "./account-problems.ts";
import { leftToRight } from "./left-to-right.ts";

export const problems: Words["problems"] = {
  ...accountProblems,
  "identity-pool-not-found": {
    title: "هذه الصفحة معدّة لشيء غير موجود",
    advice:
      "لا تعرف AWS أي Identity Pool بالمعرّف الموجود في VITE_COGNITO_IDENTITY_POOL_ID. قد يكون فيه خطأ كتابي أو أنه في منطقة أخرى.",
  },
  "identity-pool-invalid": {
    title: "البث غير معدّ كما ينبغي",
    advice:
      "يجب أن يذكر الـ Identity Pool الموجود في VITE_COGNITO_IDENTITY_POOL_ID هذا الـ User Pool، ودورًا لمستخدميه.",
  },
  "credentials-refused": {
    title: "تعذّر السماح لك بالبث",
    advice: "سجّل الخروج ثم سجّل الدخول من جديد، وحاول مرة أخرى.",
  },
  "signaling-refused": {
    title: "رُفض الوصول إلى مستمعيك",
    advice: "حاول مرة أخرى. وإن بقي الأمر كذلك فأخبر من يدير Lectern هذا.",
  },
  "clock-wrong": {
    title: "ساعة هذا الجهاز غير مضبوطة",
    advice: "اجعل التاريخ والوقت تلقائيين، ثم حاول مرة أخرى.",
  },
  "not-supported": {
    title: "لا يستطيع هذا المتصفح إرسال الصوت",
    advice: `افتح الصفحة في إصدار حديث من Chrome أو Edge أو Firefox أو Safari، بعنوان يبدأ بـ ${leftToRight("https://")}. على iPhone في وضع Lockdown Mode استثنِ هذا الموقع منه.`,
  },
  "microphone-denied": {
    title: "الميكروفون محظور",
    advice:
      "اسمح لهذه الصفحة بالميكروفون: اختر الأيقونة المجاورة للعنوان واسمح بالميكروفون، ثم اضغط «إعادة المحاولة». وإن لم تجد أيقونة فانظر في إعدادات الخصوصية في نظامك.",
  },
  "microphone-missing": {
    title: "لم يُعثر على ميكروفون",
    advice: "صِل ميكروفونًا أو اختر غيره، ثم اضغط «إعادة المحاولة».",
  },
  "microphone-failed": {
    title: "لا يمكن استخدام الميكروفون",
    advice: "ربما يشغله برنامج آخر. أغلق ذلك البرنامج أو اختر ميكروفونًا آخر، ثم اضغط «إعادة المحاولة».",
  },
  "microphone-not-open": {
    title: "الميكروفون غير جاهز بعد",
    advice: "اسمح به وتأكد من أن المؤشر يتحرك، ثم ابدأ البث.",
  },
  throttled: {
    title: "طلبات كثيرة في وقت واحد",
    advice: "انتظر بضع ثوانٍ ثم حاول مرة أخرى. وإن لم يُفد ذلك فانتظر بضع دقائق.",
  },
  network: {
    title: "لا يوجد اتصال",
    advice: "تأكد من أن هذا الجهاز متصل بالإنترنت، ثم حاول مرة أخرى.",
  },
  unavailable: {
    title: "حدث خلل من جهتنا",
    advice: "انتظر لحظة ثم حاول مرة أخرى.",
  },
  "bad-response": {
    title: "جاء ردّ غير مفهوم من جهة بينك وبين Lectern",
    advice: "يحدث هذا في الشبكات التي تطلب تسجيل الدخول أولًا، كما في الفنادق. افتح أي صفحة أخرى ثم حاول مرة أخرى.",
  },
  "bad-request": { title: "لم يُقبل ذلك", advice: "أعد تحميل الصفحة. وإن تكرر الأمر فأخبر من يدير Lectern هذا." },
  "too-large": { title: "كان ذلك أطول مما ينبغي", advice: "اختصره وحاول مرة أخرى." },
  "no-path": {
    title: "لا يجد الصوت مخرجًا",
    advice: "شبكتك تمنعه. جرّب شبكة أخرى، كشبكة هاتفك.",
  },
  "session-not-found": {
    title: "لم تعد هذه المحاضرة موجودة",
    advice: "أُزيلت. أنشئ محاضرة جديدة لتحصل على رابط جديد.",
  },
  "not-owner": {
    title: "هذه المحاضرة لشخص آخر",
    advice: "سجّل الدخول بالحساب الذي أنشأها، أو أنشئ محاضرة جديدة.",
  },
  "too-many-sessions": {
    title: "لديك أكبر عدد ممكن من المحاضرات",
    advice: "احذف محاضرة لم تعد تحتاج إليها، ثم أنشئ الجديدة.",
  },
  "code-taken": { title: "هذا الرمز محجوز", advice: "اختر رمزًا آخر." },
  "already-hosted": {
    title: "أنت على الهواء في نافذة أخرى",
    advice: "تابع هناك، أو انتقل إلى البث من هنا: تتوقف النافذة الأخرى عن البث.",
  },
};
