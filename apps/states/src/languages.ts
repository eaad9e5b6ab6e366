import { LOCALES } from "@lectern/i18n";

/** The pages' languages, and a pseudo-language that marks every word from a catalogue. */
export const languages = [...LOCALES, "pseudo"] as const;

export type Language = (typeof languages)[number];
