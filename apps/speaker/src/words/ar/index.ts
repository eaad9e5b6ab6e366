import { ar as ui } from "@lectern/ui/words/ar";
import type { Words } from "../index.ts";

export const ar: Words = {
  ui,
  brokenAdvice: "أعد تحميل الصفحة. من يستمع ينتظر، ويسمعك من جديد حين تعود إلى البث.",
};
