import { createFormats } from "@lectern/i18n";
import type { Words } from "../words.ts";

const { dateTime, plural } = createFormats("de");

const lengthOf = (minutes: number): string =>
  minutes < 1 ? "unter einer Minute" : plural(minutes, { other: "etwa # Min." });

export const recording: Words["recording"] = {
  keep: "Auf diesem Gerät aufnehmen",
  keepHint: "Bleibt in diesem Browser, wird nie hochgeladen.",
  refused: "Dieser Browser speichert hier keine Aufnahmen. In einem Fenster, das nicht privat ist, vielleicht schon.",
  recording: "Wird auf diesem Gerät aufgenommen.",
  failures: {
    "no-room": "Die Aufnahme ist abgebrochen, weil auf diesem Gerät kein Platz mehr ist; Ihr Vortrag geht weiter.",
    "storage-refused":
      "Die Aufnahme ist abgebrochen, weil dieser Browser das Speichern nicht erlaubt; Ihr Vortrag geht weiter.",
    "recorder-failed":
      "Die Aufnahme ist abgebrochen, weil dieser Browser sie nicht fortsetzen konnte; Ihr Vortrag geht weiter.",
  },
  title: "Ihre Aufnahmen",
  lead: "Gespeichert auf diesem Gerät, in diesem Browser, nie hochgeladen. Alle bleiben, bis Sie sie verwerfen.",
  whenAndLong: (startedAt, minutes) => `${dateTime(startedAt)}, ${lengthOf(minutes)}`,
  gone: "Sie ist nicht mehr da oder lässt sich nicht lesen.",
  preparing: "Wird vorbereitet …",
  download: "Herunterladen",
  discard: "Verwerfen",
  ask: {
    title: "Diese Aufnahme verwerfen?",
    text: "Es gibt keine andere Kopie, außer Sie haben eine heruntergeladen und sie lässt sich öffnen.",
    no: "Behalten",
    yes: "Endgültig verwerfen",
  },
};
