import type { Words } from "../words.ts";

export const currentTalk: Words["currentTalk"] = {
  title: "Titel",
  untitled: "Vortrag ohne Titel",
  newTalk: "Neuer Vortrag",
  unfit: "Geben Sie Ihrem Vortrag einen Titel, damit Ihre Zuhörer wissen, dass sie richtig sind.",
  notSaved: "Der Titel ließ sich noch nicht speichern. Es wird von selbst weiter versucht.",
};
