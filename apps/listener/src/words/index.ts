import type { Locale } from "@lectern/i18n";
import { useCatalogue } from "@lectern/i18n/react";
import { createContext } from "react";
import type { Words } from "./en.tsx";

export type { Words };

export const WordsContext = createContext<Words | null>(null);

export const useWords = (): Words => useCatalogue(WordsContext);

const catalogues: Record<Locale, () => Promise<Words>> = {
  en: () => import("./en.tsx").then(({ en }) => en),
  de: () => import("./de.tsx").then(({ de }) => de),
  es: () => import("./es.tsx").then(({ es }) => es),
  ar: () => import("./ar.tsx").then(({ ar }) => ar),
};

/** Each language is a file of its own: only the one in use is loaded. */
export const loadWords = (locale: Locale): Promise<Words> => catalogues[locale]();
