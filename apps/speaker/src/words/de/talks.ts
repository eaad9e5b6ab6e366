import { createFormats } from "@lectern/i18n";
import type { Words } from "../words.ts";

const { date, daysAgo } = createFormats("de");

export const talks: Words["talks"] = {
  title: "Ihre Vorträge",
  when: {
    never: "Noch nie auf Sendung",
    now: "Jetzt auf Sendung",
    unhosted: "Auf Sendung, ohne offene Seite von Ihnen",
    daysAgo: (days) => `Zuletzt ${daysAgo(days)} auf Sendung`,
    on: (time) => `Zuletzt am ${date(time)} auf Sendung`,
  },
  use: "Diesen Vortrag verwenden",
  useOf: (title) => `Diesen Vortrag verwenden: ${title}`,
  change: "Ändern",
  save: "Titel speichern",
  saved: "Gespeichert.",
  replace: "Link ersetzen",
  aboutReplacing: "Für einen Link, der in falsche Hände geraten ist. Wer gerade zuhört, bleibt.",
  replaced: "Dieser Vortrag hat einen neuen Link.",
  delete: "Vortrag löschen",
  askReplace: {
    title: "Den Link ersetzen?",
    text: "Der alte Link, sein QR-Code und seine Plakate führen dann ins Leere. Geben Sie den neuen weiter.",
    no: "Link behalten",
    yes: "Ersetzen",
  },
  askDelete: {
    title: "Diesen Vortrag löschen?",
    text: "Sein Link führt dann ins Leere. Ist er auf Sendung, endet er für alle.",
    no: "Behalten",
    yes: "Endgültig löschen",
  },
};
