import type { Language } from "@lectern/i18n";
import { type Context, type ReactNode, useSyncExternalStore } from "react";
import { LanguageSelect } from "../LanguageSelect.tsx";
import { type UiWords, UiWordsContext } from "./ui-words.ts";

export interface LanguageProviderProps<Words extends { ui: UiWords }> {
  language: Language<Words>;
  /** Where the page's own components find their words. */
  context: Context<Words | null>;
  children: ReactNode;
}

/** Gives everything inside its words, and offers the other languages below. */
export function LanguageProvider<Words extends { ui: UiWords }>(props: LanguageProviderProps<Words>) {
  const { language, context: WordsContext, children } = props;
  const { locale, words } = useSyncExternalStore(language.subscribe, language.getState);
  return (
    <WordsContext value={words}>
      <UiWordsContext value={words.ui}>
        {children}
        <LanguageSelect
          locale={locale}
          // If it does not load, the select goes on showing the present language.
          onChoose={(next) => void language.choose(next).catch(() => undefined)}
        />
      </UiWordsContext>
    </WordsContext>
  );
}
