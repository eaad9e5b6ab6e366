import type { Language } from "@lectern/i18n";
import listenerCss from "@lectern/listener/listener.css?inline";
import { WordsContext as ListenerWordsContext } from "@lectern/listener/screens";
import { WordsContext as SpeakerWordsContext } from "@lectern/speaker/screens";
import speakerCss from "@lectern/speaker/speaker.css?inline";
import { LanguageProvider } from "@lectern/ui";
import { StrictMode } from "react";
import type { Spoken } from "./speak.ts";
import type { State } from "./state.ts";

const sheets: Record<State["page"], string> = { listener: listenerCss, speaker: speakerCss, ui: "" };

/** A language that nobody changes. */
function fixed<Words>(locale: Spoken["locale"], words: Words): Language<Words> {
  const state = { locale, words };
  return { getState: () => state, subscribe: () => () => undefined, choose: async () => undefined };
}

/** One state as its page would show it. Whatever every state needs around it goes here. */
export function Stage({ state, spoken: { locale, listener, speaker } }: { state: State; spoken: Spoken }) {
  const drawn = state.draw();
  return (
    <StrictMode>
      <style>{sheets[state.page]}</style>
      {state.page === "listener" ? (
        <LanguageProvider language={fixed(locale, listener)} context={ListenerWordsContext}>
          {drawn}
        </LanguageProvider>
      ) : (
        <LanguageProvider language={fixed(locale, speaker)} context={SpeakerWordsContext}>
          {drawn}
        </LanguageProvider>
      )}
    </StrictMode>
  );
}
