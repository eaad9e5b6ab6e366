import { createFormats } from "@lectern/i18n";
import type { Words } from "../words.ts";

const { number } = createFormats("de");

const end = "Dann drücken Sie auf „Noch einmal versuchen“.";

export const microphone: Words["microphone"] = {
  page: "Mikrofon prüfen und auf Sendung gehen",
  giveAway: "Geben Sie ihn jetzt weiter: Bis Sie auf Sendung gehen, wartet die Seite.",
  label: "Mikrofon",
  numbered: (which) => `Mikrofon ${number(which)}`,
  system: "Das Mikrofon des Systems",
  level: "Mikrofonpegel",
  sound: "Klang",
  voice: { label: "Sprache", hint: "Ihre Worte kommen klar an; Brummen, Echo und Raumklang bleiben draußen." },
  music: { label: "Musik", hint: "Jeder Ton, wie er ist, in Stereo und mit dem Raum. Am besten mit Kopfhörern." },
  asking: "Ihr Browser fragt, ob diese Seite das Mikrofon benutzen darf: Erlauben Sie es.",
  taken: "Ihr System hat das Mikrofon an sich genommen, vielleicht für einen Anruf. Es kommt von selbst zurück.",
  kept: { title: "Der Wechsel ging nicht", advice: (why) => `${why}. Es geht weiter wie zuvor.` },
  replaced: {
    title: "Ein anderes Mikrofon ist im Einsatz",
    advice: "Das gewählte ist nicht da. Sobald es wieder da ist, wird es wieder genommen.",
  },
  heard: {
    "not-yet": "Sagen Sie etwas: Der Pegel sollte sich bewegen.",
    heard: "Sie sind zu hören.",
    silent: "Es kommt nichts an. Ist das das richtige Mikrofon? Ist es am Gerät stummgeschaltet?",
    "too-loud":
      "Zu laut: Ihre Stimme klingt abgeschnitten. Gehen Sie etwas zurück oder stellen Sie das Mikrofon leiser.",
    unmeasured:
      "Dieser Browser kann nicht zeigen, wie laut Sie sind. Fragen Sie jemanden, der zuhört, ob Sie zu hören sind.",
  },
  test: {
    idle: { action: "Sich selbst hören", say: "" },
    recording: { action: "Stopp", say: "Sprechen Sie jetzt, fünf Sekunden lang." },
    playing: { action: "Stopp", say: "So würden Ihre Zuhörer Sie hören." },
    failed: { action: "Sich selbst hören", say: "Dieser Browser kann es nicht abspielen. Der Pegel stimmt trotzdem." },
  },
  denied: {
    "address-bar-icon": `Tippen Sie auf das Symbol in der Adressleiste, dann auf „Website-Einstellungen“, und erlauben Sie das Mikrofon. ${end}`,
    "settings-app": `Öffnen Sie die App „Einstellungen“, suchen Sie diesen Browser in der Liste und erlauben Sie das Mikrofon. ${end}`,
    "crossed-out-microphone": `Wählen Sie das durchgestrichene Mikrofon neben der Adresse und heben Sie die Sperre auf. ${end}`,
    "icon-permissions": `Tippen Sie auf das Symbol neben der Adresse, dann auf „Berechtigungen“, und erlauben Sie das Mikrofon. ${end}`,
    "icon-or-system": `Wählen Sie das Symbol neben der Adresse und erlauben Sie das Mikrofon. Ist es dort schon erlaubt, sehen Sie in den Datenschutzeinstellungen Ihres Systems nach. ${end}`,
    "safari-menu": `Wählen Sie im Menü „Safari“ den Punkt „Einstellungen für diese Website“ und erlauben Sie das Mikrofon. ${end}`,
    settings: `Erlauben Sie dieser Seite das Mikrofon in den Einstellungen Ihres Browsers. ${end}`,
  },
};
