import { createFormats } from "@lectern/i18n";
import type { UiWords } from "./ui-words.ts";

const { elapsed, percent, plural } = createFormats("de");

export const de: UiWords = {
  elapsed,
  percent,
  language: "Sprache",
  broken: {
    documentTitle: "Etwas ist schiefgegangen · Lectern",
    title: "Auf dieser Seite ist etwas schiefgegangen",
    again: "Neu laden",
  },
  configuration: {
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
  },
  checklist: { met: ": erfüllt", notMet: ": noch nicht" },
  copyLink: {
    copy: "Link kopieren",
    copied: "Kopiert",
    refused: "Ihr Browser hat das Kopieren nicht erlaubt: Markieren Sie den Link und kopieren Sie ihn selbst.",
  },
  report: {
    summary: "Für die Person, die Ihnen hilft",
    about:
      "Was auf dieser Seite geschehen ist, ohne Namen, Adressen und Geheimnisse. Schicken Sie es der Person, die hilft.",
    copy: "Bericht kopieren",
    copied: "Kopiert",
    refused: "Ihr Browser hat das Kopieren nicht erlaubt: Markieren Sie den Text und kopieren Sie ihn selbst.",
  },
  password: {
    show: "Zeigen",
    showLabel: "Passwort zeigen",
    hide: "Verbergen",
    hideLabel: "Passwort verbergen",
    capsLock: "Die Feststelltaste ist an.",
  },
};
