import { createFormats } from "@lectern/i18n";
import type { Words } from "../words.ts";

const { dateTime, plural } = createFormats("ar");

const lengthOf = (minutes: number): string =>
  minutes < 1
    ? "أقل من دقيقة"
    : plural(minutes, {
        one: "نحو دقيقة",
        two: "نحو دقيقتين",
        few: "نحو # دقائق",
        other: "نحو # دقيقة",
      });

export const recording: Words["recording"] = {
  keep: "حفظ تسجيل على هذا الجهاز",
  keepHint: "في هذا المتصفح، ولا يُرفع إلى الإنترنت أبدًا.",
  refused: "لا يحفظ هذا المتصفح التسجيلات هنا. وقد يحفظها في نافذة غير خاصة.",
  recording: "يجري التسجيل على هذا الجهاز.",
  failures: {
    "no-room": "توقف التسجيل لأنه لم يبقَ مكان على هذا الجهاز؛ لكن محاضرتك مستمرة.",
    "storage-refused": "توقف التسجيل لأن هذا المتصفح لا يسمح بحفظه؛ لكن محاضرتك مستمرة.",
    "recorder-failed": "توقف التسجيل لأن هذا المتصفح لم يستطع مواصلته؛ لكن محاضرتك مستمرة.",
  },
  title: "تسجيلاتك",
  lead: "محفوظة على هذا الجهاز، في هذا المتصفح، ولا تُرفع إلى الإنترنت أبدًا. تبقى حتى تحذفها.",
  whenAndLong: (startedAt, minutes) => `${dateTime(startedAt)}، ${lengthOf(minutes)}`,
  gone: "لم يعد موجودًا، أو تتعذر قراءته.",
  preparing: "يجري التحضير…",
  download: "تنزيل",
  discard: "حذف",
  ask: {
    title: "هل تريد حذف هذا التسجيل؟",
    text: "لا توجد نسخة أخرى، إلا إذا نزّلت واحدة وكان فتحها ممكنًا.",
    no: "الاحتفاظ به",
    yes: "حذف نهائي",
  },
};
