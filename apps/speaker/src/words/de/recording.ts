import { createFormats } from "@lectern/i18n";
import type { Words } from "../index.ts";

const { dateTime, plural } = createFormats("de");

const lengthOf = (minutes: number): string =>
  minutes < 1 ? "unter einer Minute" : plural(minutes, { other: "etwa # Min." });

export const recording: Words["recording"] = {
  keep: "Auf diesem Gerät aufnehmen",
  keepHint: "In diesem Browser, nie hochgeladen.",
  refused: "Dieser Browser bewahrt hier keine Aufnahmen auf. Ein Fenster, das nicht privat ist, vielleicht schon.",
  recording: "Wird auf diesem Gerät aufgenommen.",
  failures: {
    "no-room": "Die Aufnahme hat aufgehört, weil auf diesem Gerät kein Platz mehr ist; Ihr Vortrag geht weiter.",
    "storage-refused":
      "Die Aufnahme hat aufgehört, weil dieser Browser sie nicht aufbewahren lässt; Ihr Vortrag geht weiter.",
    "recorder-failed":
      "Die Aufnahme hat aufgehört, weil dieser Browser sie nicht fortsetzen konnte; Ihr Vortrag geht weiter.",
  },
  title: "Ihre Aufnahmen",
  lead: "Auf diesem Gerät, in diesem Browser, nie hochgeladen. Sie bleiben, bis Sie sie verwerfen.",
  whenAndLong: (startedAt, minutes) => `${dateTime(startedAt)}, ${lengthOf(minutes)}`,
  gone: "Sie ist nicht mehr da oder lässt sich nicht lesen.",
  preparing: "Wird vorbereitet …",
  download: "Herunterladen",
  discard: "Verwerfen",
  ask: {
    title: "Diese Aufnahme verwerfen?",
    text: "Es gibt keine zweite, außer Sie haben eine heruntergeladen und sie lässt sich öffnen.",
    no: "Behalten",
    yes: "Endgültig verwerfen",
  },
};
