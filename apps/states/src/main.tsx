import "@lectern/ui/styles.css";
import "./states.css";
import { flushSync } from "react-dom";
import { createRoot, type Root } from "react-dom/client";
import { readAddress } from "./address.ts";
import { names } from "./fixtures/names.ts";
import { states } from "./groups.ts";
import { hurry } from "./hurry.ts";
import { IndexPage } from "./IndexPage.tsx";
import type { Language } from "./languages.ts";
import { Stage } from "./Stage.tsx";
import { speak } from "./speak.ts";
import type { State } from "./state.ts";
import type { StatesPage } from "./states-page.ts";
import { frame } from "./steps.ts";

declare global {
  interface Window {
    lecternStates: StatesPage;
  }
}

function stateOf(id: string): State {
  const state = states.find((each) => each.id === id);
  if (!state) throw new Error(`no state is called ${id}`);
  return state;
}

async function show(root: Root, state: State, language: Language): Promise<void> {
  const spoken = await speak(language);
  // Unmounted first, so that no component state is carried over.
  flushSync(() => root.render(null));
  const unhurried = state.hurried ? hurry() : () => undefined;
  try {
    flushSync(() => root.render(<Stage state={state} spoken={spoken} />));
    for (const step of state.steps) {
      await frame();
      await step();
    }
  } finally {
    unhurried();
  }
  await document.fonts.ready;
  await frame();
}

const element = document.querySelector("#root");
if (element) {
  const root = createRoot(element);
  const { state, theme, language } = readAddress(location.search);
  if (theme !== "system") document.documentElement.style.colorScheme = theme;
  let shown = state === null ? null : stateOf(state);
  window.lecternStates = {
    ids: states.map(({ id }) => id),
    names,
    show: (id, other = language) => {
      shown = stateOf(id);
      return show(root, shown, other);
    },
    speak: async (other) => {
      const stays = shown;
      if (!stays) throw new Error("nothing is shown");
      const spoken = await speak(other);
      flushSync(() => root.render(<Stage state={stays} spoken={spoken} />));
    },
  };
  if (shown === null) root.render(<IndexPage theme={theme} language={language} />);
  else void show(root, shown, language);
}
