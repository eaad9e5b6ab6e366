import { LOCALES } from "@lectern/i18n";

/** The pages' languages, and one made of marks, in which a word from no catalogue is seen. */
export const voices = [...LOCALES, "pseudo"] as const;

export type Voice = (typeof voices)[number];
