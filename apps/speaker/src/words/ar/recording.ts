import { createFormats } from "@lectern/i18n";
import type { Words } from "../index.ts";

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
  keep: "الاحتفاظ بتسجيل على هذا الجهاز",
  keepHint: "في هذا المتصفح، ولا يُرفع أبدًا.",
  refused: "لا يحتفظ هذا المتصفح بتسجيلات هنا. وقد يحتفظ بها في نافذة غير خاصة.",
  recording: "يجري التسجيل على هذا الجهاز.",
  failures: {
    "no-room": "توقف التسجيل لأنه لم يبقَ مكان على هذا الجهاز؛ ويستمر حديثك.",
    "storage-refused": "توقف التسجيل لأن هذا المتصفح لا يسمح بحفظه؛ ويستمر حديثك.",
    "recorder-failed": "توقف التسجيل لأن هذا المتصفح لم يستطع مواصلته؛ ويستمر حديثك.",
  },
  title: "تسجيلاتك",
  lead: "محفوظة على هذا الجهاز، في هذا المتصفح، ولا تُرفع أبدًا. تبقى حتى تتخلص منها.",
  whenAndLong: (startedAt, minutes) => `${dateTime(startedAt)}، ${lengthOf(minutes)}`,
  gone: "لم يعد موجودًا، أو تتعذر قراءته.",
  preparing: "يجري التحضير…",
  download: "تنزيل",
  discard: "تخلّص منه",
  ask: {
    title: "هل تريد التخلص من هذا التسجيل؟",
    text: "لا توجد نسخة أخرى، إلا إن نزّلت واحدة وكانت تُفتح.",
    no: "إبقاؤه",
    yes: "تخلّص منه نهائيًا",
  },
};
