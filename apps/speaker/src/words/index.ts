import type { Locale } from "@lectern/i18n";
import { useCatalogue } from "@lectern/i18n/react";
import { createContext } from "react";
import type { en } from "./en/index.ts";

/** Everything the speaker's page says, in one language. A language that lacks a phrase does not compile. */
export type Words = typeof en;

export const WordsContext = createContext<Words | null>(null);

export const useWords = (): Words => useCatalogue(WordsContext);

const catalogues: Record<Locale, () => Promise<Words>> = {
  en: () => import("./en/index.ts").then(({ en }) => en),
  de: () => import("./de/index.ts").then(({ de }) => de),
  es: () => import("./es/index.ts").then(({ es }) => es),
  ar: () => import("./ar/index.ts").then(({ ar }) => ar),
};

/** Each language is a file of its own: only the one in use is loaded. */
export const loadWords = (locale: Locale): Promise<Words> => catalogues[locale]();
