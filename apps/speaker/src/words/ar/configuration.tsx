import { createFormats } from "@lectern/i18n";
import type { Words } from "../index.ts";

const { plural } = createFormats("ar");

export const configuration: Words["configuration"] = {
  title: "لم يُعَدّ Lectern بعد",
  count: (count) =>
    plural(count, {
      one: "قيمة واحدة بُنيت بها هذه الصفحة ناقصة أو خاطئة.",
      two: "قيمتان بُنيت بهما هذه الصفحة ناقصتان أو خاطئتان.",
      few: "# قيم بُنيت بها هذه الصفحة ناقصة أو خاطئة.",
      other: "# قيمة بُنيت بها هذه الصفحة ناقصة أو خاطئة.",
    }),
  looksLike: "تكون على هذا الشكل",
  whereToFind: "أين تجدها",
  correct: (file, example) => (
    <>
      صحِّح {file} (ويشرح مثاله {example} كل سطر)، ثم ابنِ من جديد.
    </>
  ),
};
