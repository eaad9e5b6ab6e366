import { createFormats } from "@lectern/i18n";
import type { Words } from "../words.ts";

const { number, plural } = createFormats("ar");

export const broadcast: Words["broadcast"] = {
  statusLabel: "حالة البث",
  notOnAir: "لست على الهواء",
  goLive: "بدء البث",
  status: {
    goingLive: { headline: "يبدأ البث", meaning: "لحظة من فضلك. لا يسمعك أحد بعد." },
    reconnecting: {
      headline: "إعادة الاتصال",
      meaning: "من يسمعك الآن يظل يسمعك، ومن يدخل الآن ينتظر.",
      attempt: (attempt) => `من يسمعك الآن يظل يسمعك، ومن يدخل الآن ينتظر. المحاولة ${number(attempt)}.`,
    },
    paused: { headline: "استراحة", meaning: "لا يسمعك أحد. ويُطلب من مستمعيك البقاء." },
    muted: { headline: "الصوت مكتوم", meaning: "أنت على الهواء، لكن لا يسمعك أحد." },
    onAir: { headline: "على الهواء", meaning: "يستطيع كل من لديه الرابط أن يسمعك." },
  },
  rename: "تغيير العنوان",
  renamed: "تم",
  mute: "كتم",
  unmute: "إلغاء الكتم",
  pause: "إيقاف مؤقت",
  resume: "متابعة",
  spaceMutes: "مفتاح المسافة يكتم الصوت ويلغي كتمه.",
  keepInFront: "أبقِ هذه الصفحة أمامك: قفل الشاشة يوقف الميكروفون.",
  microphone: "الميكروفون والصوت",
  tally: {
    label: "المستمعون",
    hearing: (count) => plural(count, { one: "يسمعك", two: "يسمعانك", other: "يسمعونك" }),
    onTheWay: (connected, waiting) => `المتصلون: ${number(connected)} · المنتظرون: ${number(waiting)}`,
    count: number,
  },
  silent: {
    title: (count) =>
      plural(count, {
        one: "هناك من لا يستطيع سماعك",
        two: "مستمعان لا يستطيعان سماعك",
        few: "# مستمعين لا يستطيعون سماعك",
        many: "# مستمعًا لا يستطيعون سماعك",
        other: "# مستمع لا يستطيعون سماعك",
      }),
    advice: "هم متصلون، لكن الصوت لا يصلهم أو يصلهم متقطعًا. والسبب شبكتهم في الغالب: اطلب منهم فتح الرابط من جديد.",
  },
  refused: {
    title: "لا يدخل مستمعون جدد",
    advice:
      "رفضت AWS تجديد إذنك بالبث. من يسمعك الآن يظل يسمعك. نواصل المحاولة؛ وإن بقي الأمر كذلك فأخبر من يدير Lectern هذا.",
  },
  end: {
    action: "إنهاء المحاضرة",
    title: "هل تريد إنهاء المحاضرة؟",
    text: "لن يسمعك أحد بعد ذلك. ويبقى الرابط كما هو: يمكنك بدء البث به من جديد.",
    no: "متابعة الكلام",
    yes: "إنهاء للجميع",
  },
  displaced: {
    headline: "لست على الهواء هنا",
    title: "بدأت البث في نافذة أخرى",
    advice: "توقفت هذه النافذة عن البث. تابع هناك، أو انتقل إلى البث من هنا.",
  },
  ended: {
    headline: "انتهت المحاضرة",
    byYou: "لم يعد أحد يسمعك، وقد أُبلغ مستمعوك بذلك. ويبقى الرابط لك.",
    elsewhere: "أُنهيت المحاضرة من مكان آخر. ويبقى الرابط لك.",
  },
  goLiveAgain: "بدء البث من جديد",
  takeOver: "البث من هنا",
  signInAgain: "تسجيل الدخول من جديد",
  newSession: "إنشاء محاضرة جديدة",
};
