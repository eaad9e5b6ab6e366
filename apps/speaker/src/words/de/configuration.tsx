import { createFormats } from "@lectern/i18n";
import type { Words } from "../index.ts";

const { plural } = createFormats("de");

export const configuration: Words["configuration"] = {
  title: "Lectern ist noch nicht eingerichtet",
  count: (count) =>
    plural(count, {
      one: "Ein Wert, mit dem diese Seite gebaut wurde, fehlt oder ist falsch.",
      other: "# Werte, mit denen diese Seite gebaut wurde, fehlen oder sind falsch.",
    }),
  looksLike: "So sieht er aus",
  whereToFind: "Wo er zu finden ist",
  correct: (file, example) => (
    <>
      Berichtigen Sie {file} (das Beispiel {example} erklärt jede Zeile), dann bauen Sie neu.
    </>
  ),
};
