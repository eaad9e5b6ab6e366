import type { Locale } from "@lectern/i18n";
import { useCatalogue } from "@lectern/i18n/react";
import { createContext } from "react";
import type { Words } from "./words.ts";

export type { Words };

export const WordsContext = createContext<Words | null>(null);

export const useWords = (): Words => useCatalogue(WordsContext);

const catalogues: Record<Locale, () => Promise<Words>> = {
  en: () => import("./en/index.ts"),
  de: () => import("./de/index.ts"),
  es: () => import("./es/index.ts"),
  ar: () => import("./ar/index.ts"),
};

/** Each language is a file of its own: only the one in use is loaded. */
export const loadWords = (locale: Locale): Promise<Words> => catalogues[locale]();
