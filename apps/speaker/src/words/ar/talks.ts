import { createFormats } from "@lectern/i18n";
import type { Words } from "../words.ts";

const { date, daysAgo } = createFormats("ar");

export const talks: Words["talks"] = {
  title: "محاضراتك",
  when: {
    never: "لم تُبثّ بعد",
    now: "على الهواء الآن",
    unhosted: "على الهواء، من دون صفحة مفتوحة لديك",
    daysAgo: (days) => `آخر بث: ${daysAgo(days)}`,
    on: (time) => `آخر بث: ${date(time)}`,
  },
  use: "استخدام هذه المحاضرة",
  useOf: (title) => `استخدام هذه المحاضرة: \u2068${title}\u2069`,
  change: "تغيير",
  save: "حفظ العنوان",
  saved: "تم الحفظ.",
  replace: "استبدال الرابط",
  aboutReplacing: "لرابط وصل إلى من لا ينبغي. ومن يستمع الآن يبقى.",
  replaced: "لهذه المحاضرة رابط جديد.",
  delete: "حذف المحاضرة",
  askReplace: {
    title: "هل تريد استبدال الرابط؟",
    text: "بعد ذلك لن يعمل الرابط القديم ولا رمز QR الخاص به ولا ملصقاته. شارك الرابط الجديد.",
    no: "الاحتفاظ بالرابط",
    yes: "استبداله",
  },
  askDelete: {
    title: "هل تريد حذف هذه المحاضرة؟",
    text: "بعد ذلك لن يعمل رابطها. وإن كانت على الهواء فستنتهي للجميع.",
    no: "الاحتفاظ بها",
    yes: "حذف نهائي",
  },
};
