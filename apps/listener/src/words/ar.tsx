import { createFormats } from "@lectern/i18n";
import { ar as ui } from "@lectern/ui/words/ar";
import type { Words } from "./index.ts";

const { plural, seconds } = createFormats("ar");

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
      advice: `${tell} ليس للـ Identity Pool المذكور في VITE_COGNITO_IDENTITY_POOL_ID أدوار صالحة. راجع الأدوار تحت “User access”.`,
    },
    "guest-access-off": {
      title: "الاستماع بلا حساب متوقف هنا",
      advice: `${tell} لا يسمح الـ Identity Pool بالضيوف. فعِّل “Guest access” له.`,
    },
    "classic-flow-off": {
      title: "لا يمكن إدخال المستمعين بعد",
      advice: `${tell} لا يسمح الـ Identity Pool بالمسار “basic (classic) flow” الذي يحتاج إليه المستمعون. فعِّله.`,
    },
    "guest-role-refused": {
      title: "يُرَدّ المستمعون عند الباب",
      advice: `${tell} لا تسمح AWS للضيوف بأخذ الدور الموجود في VITE_GUEST_ROLE_ARN. راجع الـ ARN وسياسة الثقة للدور.`,
    },
    "credentials-refused": {
      title: "تعذّر إدخالك",
      advice: "حاول مرة أخرى. وإن بقي الأمر كذلك فأخبر من أعطاك الرابط.",
    },
    "clock-wrong": {
      title: "ساعة هذا الجهاز غير مضبوطة",
      advice: "اجعل التاريخ والوقت تلقائيين، ثم حاول مرة أخرى.",
    },
    throttled: {
      title: "يدخل كثيرون في وقت واحد",
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
      title: "جاء ردّ غير مفهوم من شيء بينك وبين الحديث",
      advice: "يحدث هذا في الشبكات التي تطلب تسجيل الدخول أولًا، كما في الفنادق. افتح أي صفحة أخرى ثم حاول من جديد.",
    },
    "signaling-refused": {
      title: "رُفض الطريق إلى الحديث",
      advice: "حاول مرة أخرى. وإن بقي الأمر كذلك فأخبر من أعطاك الرابط.",
    },
    "no-path": {
      title: "لا يجد الصوت طريقًا إليك",
      advice: "شبكتك تمنعه. جرّب شبكة أخرى، كاتصال هاتفك.",
    },
    "session-not-found": {
      title: "لم يعد هذا الحديث موجودًا",
      advice: "أزاله المتحدث. اطلب رابطًا جديدًا.",
    },
    "not-supported": {
      title: "لا يستطيع هذا المتصفح تشغيل الأحاديث المباشرة",
      advice: "افتح الرابط في إصدار حديث من Chrome أو Edge أو Firefox أو Safari.",
    },
  },
  tryAgain: "حاول مرة أخرى",
  brokenAdvice: "أعد تحميل الصفحة: الحديث مستمر، وستعود إليه.",
  configuration: {
    title: "لم يُعَدّ Lectern بعد",
    count: (count) =>
      plural(count, {
        one: "قيمة واحدة بُنيت بها هذه الصفحة ناقصة أو خاطئة.",
        two: "قيمتان بُنيت بهما هذه الصفحة ناقصتان أو خاطئتان.",
        few: "# قيم بُنيت بها هذه الصفحة ناقصة أو خاطئة.",
        other: "# قيمة بُنيت بها هذه الصفحة ناقصة أو خاطئة.",
      }),
    onlyListening: "إن كنت تريد الاستماع فقط فأخبر من أعطاك الرابط.",
    looksLike: "تكون على هذا الشكل",
    whereToFind: "أين تجدها",
    correct: (file, example) => (
      <>
        صحِّح {file} (ويشرح مثاله {example} كل سطر)، ثم ابنِ من جديد.
      </>
    ),
  },
  home: {
    title: "استمع إلى حديث",
    lead: "افتح الرابط الذي أعطاك إياه المتحدث، أو اكتب رمزه هنا.",
    code: "رمز الحديث",
    hint: "أربع كلمات إنجليزية عادةً، مثل \u2066acorn-lake-river-tidy\u2069. ويصلح الرابط كاملًا أيضًا.",
    missing: "اكتب الرمز أولًا.",
    unfit: "ليس هذا رمزًا: حروف لاتينية وأرقام وشرطات فقط.",
    join: "انضم",
    choose: "كلمات للاختيار",
    offered: (words) => `كلمات للاختيار: ${words}`,
    unknownWord: (word) => `«\u2068${word}\u2069» ليست من كلماتنا. إن كانت صحيحة فاضغط «انضم» مرة أخرى.`,
    didYouMean: (word, nearest) =>
      `«\u2068${word}\u2069» ليست من كلماتنا. هل تقصد «\u2068${nearest}\u2069»؟ إن لم يكن كذلك فاضغط «انضم» مرة أخرى.`,
    didYouMeanOne: (word) =>
      `«\u2068${word}\u2069» ليست من كلماتنا. هل تقصد واحدة من هذه؟ إن لم يكن كذلك فاضغط «انضم» مرة أخرى.`,
  },
  inApp: {
    open: "افتح الصفحة في متصفحك.",
    nameless: "تطبيق",
    mayStop: (app) => `أنت داخل ${app}: قد يتوقف الصوت إذا خرجت منه أو أقفلت الشاشة.`,
    cannotPlay: (app) => `أنت داخل ${app}، وهو لا يستطيع تشغيل الأحاديث المباشرة.`,
    how: "ابحث في قائمته عن «الفتح في المتصفح».",
  },
  notFound: {
    documentTitle: "لا يوجد هذا الحديث",
    title: "لا حديث له هذا الرابط",
    text: (code) => <>لم يُعثر على شيء باسم {code}. قارنه بما أعطاك إياه المتحدث، أو اطلب رابطًا جديدًا.</>,
  },
  talk: {
    statusLabel: "حالة الاستماع",
    untitled: "حديث مباشر",
    listen: "استمع",
    stop: "إيقاف",
    volume: "مستوى الصوت",
    awayFor: (time) => <>انقطع منذ {time}</>,
  },
  status: {
    "looking-up": { headline: "يجري البحث عن الحديث", advice: "لحظة من فضلك." },
    unreachable: { headline: "لا اتصال بعد", advice: "تتكرر المحاولة من تلقاء نفسها. هل أنت متصل بالإنترنت؟" },
    "unreachable-armed": {
      headline: "لا اتصال بعد",
      advice: "تتكرر المحاولة، وسيبدأ الصوت من تلقاء نفسه. أبقِ هذه الصفحة مفتوحة.",
    },
    waiting: { headline: "بانتظار المتحدث", advice: "اضغط «استمع» الآن، وسيبدأ الصوت من تلقاء نفسه." },
    "waiting-armed": {
      headline: "بانتظار المتحدث",
      advice: "سيبدأ الصوت من تلقاء نفسه. أبقِ هذه الصفحة مفتوحة.",
    },
    connecting: { headline: "جارٍ الاتصال", advice: "لحظة من فضلك." },
    "connecting-armed": { headline: "جارٍ الاتصال", advice: "سيبدأ الصوت من تلقاء نفسه." },
    live: { headline: "مباشر", advice: "اضغط «استمع» لسماع الحديث." },
    "live-standby": { headline: "مباشر", advice: "اضغط «استمع» للعودة." },
    "live-playing": { headline: "مباشر", advice: "أنت تستمع الآن." },
    paused: { headline: "استراحة", advice: "المتحدث في استراحة. اضغط «استمع» لتكون حاضرًا بعدها." },
    "paused-playing": { headline: "استراحة", advice: "المتحدث في استراحة. ابقَ: سيستمر الحديث من تلقاء نفسه." },
    muted: { headline: "كتم المتحدث صوته", advice: "اضغط «استمع» لتسمعه حين يتابع." },
    "muted-playing": { headline: "كتم المتحدث صوته", advice: "ستسمعه فور أن يتابع." },
    "needs-tap": {
      headline: "لمسة واحدة بعد",
      advice: "أوقفت مكالمةٌ أو أوقف متصفحُك الصوت. اضغط «استمع» للمتابعة.",
    },
    reconnecting: { headline: "إعادة الاتصال", advice: "لحظة من فضلك." },
    "reconnecting-armed": { headline: "إعادة الاتصال", advice: "سيعود الصوت من تلقاء نفسه." },
    full: { headline: "اكتمل العدد", advice: "اضغط «استمع» لتأخذ أول مكان يخلو." },
    "full-armed": {
      headline: "اكتمل العدد",
      advice: "سيبدأ الصوت من تلقاء نفسه حالما يغادر أحد. أبقِ هذه الصفحة مفتوحة.",
    },
    ended: { headline: "انتهى", advice: "شكرًا لاستماعك. إن عاد المتحدث مباشرةً أمكنك سماعه هنا." },
  },
  options: {
    summary: "خيارات",
    delay: "التأخّر",
    lowDelay: "قصير",
    lowDelayHint: "قريب جدًّا من المتحدث.",
    steady: "ثابت",
    steadyHint: "متأخر نصف ثانية، وبانقطاعات أقل.",
    whileListening: "يظهر التأخّر أثناء استماعك.",
    later: (delayMs) => (
      <>
        تسمع المتحدث متأخرًا <data value={Math.round(delayMs)}>{seconds(delayMs)}</data>.
      </>
    ),
    system: "اختيار هذا الجهاز",
    playThrough: "التشغيل عبر",
    pick: "التشغيل عبر…",
  },
};
