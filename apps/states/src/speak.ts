import { directionOf, type Locale } from "@lectern/i18n";
import { pseudo } from "@lectern/i18n/pseudo";
import { type Words as ListenerWords, loadWords as loadListenerWords } from "@lectern/listener/screens";
import { loadWords as loadSpeakerWords, type Words as SpeakerWords } from "@lectern/speaker/screens";
import type { Language } from "./languages.ts";

/** What both pages say in one language. */
export interface Spoken {
  locale: Locale;
  listener: ListenerWords;
  speaker: SpeakerWords;
}

/** Loads a language for both pages, and has the document speak it. */
export async function speak(language: Language): Promise<Spoken> {
  const locale = language === "pseudo" ? "en" : language;
  const [listener, speaker] = await Promise.all([loadListenerWords(locale), loadSpeakerWords(locale)]);
  // The name that pseudo-locales have elsewhere.
  document.documentElement.lang = language === "pseudo" ? "en-XA" : language;
  document.documentElement.dir = directionOf(locale);
  return language === "pseudo"
    ? { locale, listener: pseudo(listener), speaker: pseudo(speaker) }
    : { locale, listener, speaker };
}
