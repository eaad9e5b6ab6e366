import { createStore, openStoredItem } from "@lectern/primitives";
import { chooseLocale, directionOf, isLocale, type Locale } from "./locales.ts";

const item = openStoredItem("lectern.language");

/** The language a page speaks, with its catalogue; the document's `lang` and `dir` follow it. */
export interface Language<Words> {
  getState(): { readonly locale: Locale; readonly words: Words };
  subscribe(listener: () => void): () => void;
  /** Speaks another from now on, and remembers it for this browser. Rejects, and changes nothing, if it does not load. */
  choose(locale: Locale): Promise<void>;
}

/** What was chosen here before; else what the browser asks for. */
function wantedLocale(): Locale {
  const kept = item.read();
  return isLocale(kept) ? kept : chooseLocale(navigator.languages);
}

/** Loads the one catalogue that is needed. @param load - rejects if it cannot be loaded */
export async function openLanguage<Words>(load: (locale: Locale) => Promise<Words>): Promise<Language<Words>> {
  const speak = async (locale: Locale) => {
    const words = await load(locale);
    document.documentElement.lang = locale;
    document.documentElement.dir = directionOf(locale);
    return { locale, words };
  };
  type Spoken = Awaited<ReturnType<typeof speak>>;
  const { getState, subscribe, dispatch } = createStore<Spoken, Spoken>(await speak(wantedLocale()), (_, next) => next);
  return {
    getState,
    subscribe,
    async choose(locale) {
      const next = await speak(locale);
      item.write(locale);
      dispatch(next);
    },
  };
}
