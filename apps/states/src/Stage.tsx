import listenerCss from "@lectern/listener/listener.css?inline";
import speakerCss from "@lectern/speaker/speaker.css?inline";
import { StrictMode } from "react";
import type { State } from "./state.ts";

const sheets: Record<State["page"], string> = { listener: listenerCss, speaker: speakerCss, ui: "" };

/** One state as its page would show it. Whatever every state needs around it goes here. */
export function Stage({ state }: { state: State }) {
  return (
    <StrictMode>
      <style>{sheets[state.page]}</style>
      {state.draw()}
    </StrictMode>
  );
}
