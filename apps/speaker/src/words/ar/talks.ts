import { createFormats } from "@lectern/i18n";
import type { Words } from "../index.ts";

const { date, daysAgo } = createFormats("ar");

export const talks: Words["talks"] = {
  title: "أحاديثك",
  when: {
    never: "لم يُبثّ بعد",
    now: "على الهواء الآن",
    unhosted: "على الهواء، بلا صفحة مفتوحة لك",
    daysAgo: (days) => `آخر بث: ${daysAgo(days)}`,
    on: (time) => `آخر بث: ${date(time)}`,
  },
  use: "استعمال هذا الحديث",
  useOf: (title) => `استعمال هذا الحديث: ${title}`,
  change: "تغيير",
  save: "حفظ العنوان",
  saved: "تم الحفظ.",
  replace: "استبدال الرابط",
  aboutReplacing: "لرابط وقع في أيدٍ غير مقصودة. ومن يستمع الآن يبقى.",
  replaced: "لهذا الحديث رابط جديد.",
  delete: "حذف الحديث",
  askReplace: {
    title: "هل تريد استبدال الرابط؟",
    text: "بعد ذلك لا يؤدي الرابط القديم ورمز QR وملصقاته إلى أي مكان. وزّع الرابط الجديد.",
    no: "إبقاء الرابط",
    yes: "استبداله",
  },
  askDelete: {
    title: "هل تريد حذف هذا الحديث؟",
    text: "بعد ذلك لا يؤدي رابطه إلى أي مكان. وإن كان على الهواء فسينتهي للجميع.",
    no: "إبقاؤه",
    yes: "حذف نهائي",
  },
};
