import { useCatalogue } from "@lectern/i18n/react";
import { createContext } from "react";
import type { en } from "./en.tsx";

/** The components' own words, in one language. A language that lacks one does not compile. */
export type UiWords = typeof en;

export const UiWordsContext = createContext<UiWords | null>(null);

export const useUiWords = (): UiWords => useCatalogue(UiWordsContext);
