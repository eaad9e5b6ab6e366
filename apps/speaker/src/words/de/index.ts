import { de as ui } from "@lectern/ui/words/de";
import type { Words } from "../index.ts";

export const de: Words = {
  ui,
  brokenAdvice: "Laden Sie die Seite neu. Wer zuhört, wartet, und hört Sie wieder, sobald Sie zurück auf Sendung sind.",
};
