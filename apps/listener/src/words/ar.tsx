import { createFormats } from "@lectern/i18n";
import { ar as ui } from "@lectern/ui/words/ar";
import type { Words } from "./en.tsx";

const { seconds } = createFormats("ar");

const tell = "أخبر من يدير Lectern هذا:";

export const ar: Words = {
  ui,
  failures: {
    "identity-pool-not-found": {
      title: "هذه الصفحة معدّة لشيء غير موجود",
      advice: `${tell} لا تعرف AWS أي Identity Pool بالمعرّف الموجود في VITE_COGNITO_IDENTITY_POOL_ID. قد يكون فيه خطأ كتابي أو أنه في منطقة أخرى.`,
    },
    "identity-pool-invalid": {
      title: "هذه الصفحة غير معدّة كما ينبغي",
      advice: `${tell} ليس للـ Identity Pool المذكور في VITE_COGNITO_IDENTITY_POOL_ID أدوار صالحة. راجع الأدوار تحت «\u2066User access\u2069».`,
    },
    "guest-access-off": {
      title: "الاستماع بلا حساب متوقف هنا",
      advice: `${tell} لا يسمح الـ Identity Pool بالضيوف. فعِّل «\u2066Guest access\u2069» له.`,
    },
    "classic-flow-off": {
      title: "لا يمكن للمستمعين الدخول بعد",
      advice: `${tell} لا يسمح الـ Identity Pool بالمسار «\u2066basic (classic) flow\u2069» الذي يحتاج إليه المستمعون. فعِّله.`,
    },
    "guest-role-refused": {
      title: "يُرَدّ المستمعون عند الباب",
      advice: `${tell} لا تسمح AWS للضيوف بتولّي الدور الموجود في VITE_GUEST_ROLE_ARN. راجع الـ ARN وسياسة الثقة للدور.`,
    },
    "credentials-refused": {
      title: "تعذّر دخولك",
      advice: "حاول مرة أخرى. وإن بقي الأمر كذلك فأخبر من أعطاك الرابط.",
    },
    "clock-wrong": {
      title: "ساعة هذا الجهاز غير مضبوطة",
      advice: "اجعل التاريخ والوقت تلقائيين، ثم حاول مرة أخرى.",
    },
    throttled: {
      title: "يدخل عدد كبير جدًّا في وقت واحد",
      advice: "انتظر بضع ثوانٍ ثم حاول مرة أخرى.",
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
      title: "جاء ردّ غير مفهوم من جهة بينك وبين المحاضرة",
      advice: "يحدث هذا في الشبكات التي تطلب تسجيل الدخول أولًا، كما في الفنادق. افتح أي صفحة أخرى ثم حاول مرة أخرى.",
    },
    "signaling-refused": {
      title: "رُفض الوصول إلى المحاضرة",
      advice: "حاول مرة أخرى. وإن بقي الأمر كذلك فأخبر من أعطاك الرابط.",
    },
    "not-supported": {
      title: "لا يستطيع هذا المتصفح تشغيل المحاضرات المباشرة",
      advice:
        "افتح الرابط في إصدار حديث من Chrome أو Edge أو Firefox أو Safari. على iPhone في وضع Lockdown Mode استثنِ هذا الموقع منه.",
    },
  },
  tryAgain: "إعادة المحاولة",
  brokenAdvice: "أعد تحميل الصفحة: المحاضرة مستمرة، وستعود إليها.",
  onlyListening: "إن كنت تريد الاستماع فقط فأخبر من أعطاك الرابط.",
  home: {
    title: "استمع إلى محاضرة",
    lead: "افتح الرابط الذي أعطاك إياه المتحدث، أو اكتب رمزه هنا.",
    code: "رمز المحاضرة",
    hint: "أربع كلمات إنجليزية عادةً، مثل \u2066acorn-lake-river-tidy\u2069. ويصلح الرابط كاملًا أيضًا.",
    missing: "اكتب الرمز أولًا.",
    unfit: "ليس هذا رمزًا واحدًا: حروف لاتينية وأرقام وشرطات فقط.",
    join: "انضم",
    choose: "كلمات للاختيار",
    offered: (words) => `كلمات للاختيار: \u2068${words}\u2069`,
    unknownWord: (word) => `«\u2068${word}\u2069» ليست من كلماتنا. إن كانت صحيحة فاضغط «انضم» مرة أخرى.`,
    didYouMean: (word, nearest) =>
      `«\u2068${word}\u2069» ليست من كلماتنا. هل تقصد «\u2068${nearest}\u2069»؟ إن لم يكن كذلك فاضغط «انضم» مرة أخرى.`,
    didYouMeanOne: (word) =>
      `«\u2068${word}\u2069» ليست من كلماتنا. هل تقصد واحدة من هذه؟ إن لم يكن كذلك فاضغط «انضم» مرة أخرى.`,
    didYouMeanCode: (code) => `هل تقصد «\u2068${code}\u2069»؟ إن لم يكن كذلك فاضغط «انضم» مرة أخرى.`,
  },
  inApp: {
    open: "افتح الصفحة في متصفحك.",
    nameless: "تطبيق",
    mayStop: (app) => `أنت داخل \u2068${app}\u2069: قد يتوقف الصوت إذا خرجت منه أو أقفلت الشاشة.`,
    cannotPlay: (app) => `أنت داخل \u2068${app}\u2069، وهو لا يستطيع تشغيل المحاضرات المباشرة.`,
    how: "ابحث في قائمة التطبيق عن «الفتح في المتصفح».",
  },
  notFound: {
    documentTitle: "المحاضرة غير موجودة",
    title: "لا توجد محاضرة بهذا الرابط",
    text: (code) => (
      <>
        لم يُعثر على شيء بالرمز {"\u2066"}
        {code}
        {"\u2069"}. قارنه بما أعطاك إياه المتحدث، أو اطلب رابطًا جديدًا.
      </>
    ),
    removed: {
      title: "لم تعد هذه المحاضرة موجودة",
      text: () => "أزالها المتحدث. اطلب رابطًا جديدًا.",
    },
  },
  talk: {
    statusLabel: "حالة الاستماع",
    untitled: "محاضرة مباشرة",
    listen: "استمع",
    stop: "إيقاف",
    volume: "مستوى الصوت",
    awayFor: (time) => <>مدة الانقطاع: {time}</>,
  },
  status: {
    "looking-up": { headline: "يجري البحث عن المحاضرة", advice: "لحظة من فضلك." },
    unreachable: { headline: "لا اتصال بعد", advice: "تعيد الصفحة المحاولة من تلقاء نفسها. هل أنت متصل بالإنترنت؟" },
    "unreachable-armed": {
      headline: "لا اتصال بعد",
      advice: "تعيد الصفحة المحاولة، وسيبدأ الصوت من تلقاء نفسه. أبقِها مفتوحة.",
    },
    waiting: { headline: "بانتظار المتحدث", advice: "اضغط «استمع» الآن، وسيبدأ الصوت من تلقاء نفسه." },
    "waiting-armed": {
      headline: "بانتظار المتحدث",
      advice: "سيبدأ الصوت من تلقاء نفسه. أبقِ هذه الصفحة مفتوحة.",
    },
    connecting: { headline: "جارٍ الاتصال", advice: "لحظة من فضلك." },
    "connecting-armed": { headline: "جارٍ الاتصال", advice: "سيبدأ الصوت من تلقاء نفسه." },
    live: { headline: "مباشر", advice: "اضغط «استمع» لسماع المحاضرة." },
    "live-standby": { headline: "مباشر", advice: "اضغط «استمع» للعودة." },
    "live-playing": { headline: "مباشر", advice: "أنت تستمع الآن." },
    "live-turned-down": { headline: "مباشر", advice: "لا تسمع شيئًا: مستوى الصوت عند الصفر." },
    paused: { headline: "استراحة", advice: "المتحدث في استراحة. اضغط «استمع» لتسمعه بعدها." },
    "paused-playing": { headline: "استراحة", advice: "المتحدث في استراحة. ابقَ: ستُستأنف المحاضرة من تلقاء نفسها." },
    muted: { headline: "كتم المتحدث صوته", advice: "اضغط «استمع» لتسمعه حين يتابع." },
    "muted-playing": { headline: "كتم المتحدث صوته", advice: "ستسمعه فور أن يتابع." },
    "needs-tap": {
      headline: "بقيت لمسة واحدة",
      advice: "توقف الصوت بسبب مكالمة أو بسبب متصفحك. اضغط «استمع» للمتابعة.",
    },
    reconnecting: { headline: "إعادة الاتصال", advice: "لحظة من فضلك." },
    "reconnecting-armed": { headline: "إعادة الاتصال", advice: "سيعود الصوت من تلقاء نفسه." },
    "no-socket": {
      headline: "الطريق إلى المحاضرة مسدود",
      advice:
        "تصلك صفحات الويب ولا تصلك الاتصالات المباشرة: قد تكون شبكتك تمنعها. جرّب شبكة أخرى، كشبكة هاتفك. تعيد الصفحة المحاولة من تلقاء نفسها.",
    },
    "no-answer": {
      headline: "صفحة المتحدث لا تجيب",
      advice: "قد يكون اتصاله ضعيفًا أو ممنوعًا. تعيد الصفحة المحاولة من تلقاء نفسها. أبقِها مفتوحة.",
    },
    "no-route": {
      headline: "لا طريق للصوت",
      advice: "تمنعه شبكتك أو شبكة المتحدث. جرّب شبكة أخرى، كشبكة هاتفك. تعيد الصفحة المحاولة من تلقاء نفسها.",
    },
    full: { headline: "اكتمل العدد", advice: "اضغط «استمع» لتأخذ أول مكان يخلو." },
    "full-armed": {
      headline: "اكتمل العدد",
      advice: "سيبدأ الصوت من تلقاء نفسه حالما يغادر أحد. أبقِ هذه الصفحة مفتوحة.",
    },
    ended: { headline: "انتهت المحاضرة", advice: "شكرًا لاستماعك. إن عاد المتحدث إلى البث أمكنك سماعه هنا." },
  },
  options: {
    summary: "خيارات",
    delay: "التأخير",
    lowDelay: "قصير",
    lowDelayHint: "قريب جدًّا من المتحدث.",
    steady: "مستقر",
    steadyHint: "بعد نصف ثانية، مع تقطّع أقل.",
    whileListening: "يظهر التأخير أثناء استماعك.",
    later: (delayMs) => (
      <>
        تسمع المتحدث بتأخير <data value={Math.round(delayMs)}>{seconds(delayMs)}</data>.
      </>
    ),
    system: "اختيار هذا الجهاز",
    playThrough: "التشغيل عبر",
    pick: "التشغيل عبر…",
  },
};
