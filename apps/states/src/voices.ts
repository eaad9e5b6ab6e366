import { LOCALES } from "@lectern/i18n";

/** The pages' languages, and a pseudo-language that marks every word from a catalogue. */
export const voices = [...LOCALES, "pseudo"] as const;

export type Voice = (typeof voices)[number];
