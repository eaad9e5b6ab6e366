import { createFormats } from "@lectern/i18n";
import type { UiWords } from "./ui-words.ts";

const { elapsed, percent, plural } = createFormats("ar");

export const ar: UiWords = {
  elapsed,
  percent,
  language: "اللغة",
  broken: {
    documentTitle: "حدث خلل · Lectern",
    title: "حدث خلل في هذه الصفحة",
    again: "إعادة التحميل",
  },
  configuration: {
    title: "لم يُعَدّ Lectern بعد",
    count: (count) =>
      plural(count, {
        one: "قيمة واحدة بُنيت بها هذه الصفحة ناقصة أو خاطئة.",
        two: "قيمتان بُنيت بهما هذه الصفحة ناقصتان أو خاطئتان.",
        few: "# قيم بُنيت بها هذه الصفحة ناقصة أو خاطئة.",
        other: "# قيمة بُنيت بها هذه الصفحة ناقصة أو خاطئة.",
      }),
    looksLike: "على هذا الشكل",
    whereToFind: "أين تجدها",
    correct: (file, example) => (
      <>
        صحِّح {"\u2066"}
        {file}
        {"\u2069"} (ويشرح مثاله {"\u2066"}
        {example}
        {"\u2069"} كل سطر)، ثم أعد البناء.
      </>
    ),
  },
  checklist: { met: ": نعم", notMet: ": ليس بعد" },
  copyLink: {
    copy: "نسخ الرابط",
    copied: "تم النسخ",
    refused: "لم يسمح متصفحك بالنسخ: حدِّد الرابط وانسخه بنفسك.",
  },
  report: {
    summary: "لمن يساعدك",
    about: "ما حدث في هذه الصفحة، من دون أسماء أو عناوين أو أسرار. أرسله إلى من يساعدك.",
    copy: "نسخ التقرير",
    copied: "تم النسخ",
    refused: "لم يسمح متصفحك بالنسخ: حدِّد النص وانسخه بنفسك.",
  },
  password: {
    show: "إظهار",
    showLabel: "إظهار كلمة المرور",
    hide: "إخفاء",
    hideLabel: "إخفاء كلمة المرور",
    capsLock: "مفتاح Caps Lock مفعَّل.",
  },
};
