import { createFormats } from "@lectern/i18n";
import type { Words } from "../words.ts";

const { dateTime, plural } = createFormats("es");

const lengthOf = (minutes: number): string =>
  minutes < 1 ? "menos de un minuto" : plural(minutes, { other: "unos # min", one: "cerca de # min" });

export const recording: Words["recording"] = {
  keep: "Guardar una grabación en este dispositivo",
  keepHint: "En este navegador; nunca se sube.",
  refused: "Este navegador no guarda grabaciones aquí. Una ventana que no sea privada quizá sí.",
  recording: "Grabando en este dispositivo.",
  failures: {
    "no-room": "La grabación se ha detenido porque no queda espacio en este dispositivo; su charla sigue.",
    "storage-refused": "La grabación se ha detenido porque este navegador no deja guardarla; su charla sigue.",
    "recorder-failed": "La grabación se ha detenido porque este navegador no ha podido continuarla; su charla sigue.",
  },
  title: "Sus grabaciones",
  lead: "En este dispositivo, en este navegador; nunca se suben. Siguen aquí hasta que usted las descarte.",
  whenAndLong: (startedAt, minutes) => `${dateTime(startedAt)}, ${lengthOf(minutes)}`,
  gone: "Ya no está o no se puede leer.",
  preparing: "Preparando…",
  download: "Descargar",
  discard: "Descartar",
  ask: {
    title: "¿Descartar esta grabación?",
    text: "No hay otra copia, salvo que haya descargado una y se abra.",
    no: "Conservarla",
    yes: "Descartar para siempre",
  },
};
