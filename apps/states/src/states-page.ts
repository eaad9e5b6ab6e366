import type { Language } from "./languages.ts";

export type { Language };

/** How a test or a script goes through all states without loading the page anew: `window.lecternStates`. */
export interface StatesPage {
  readonly ids: readonly string[];
  /** What people, places and devices in the fixtures are called: of no language. */
  readonly names: readonly string[];
  /** Resolves when the state is there and stands still. @throws Error where a step towards it cannot be done */
  show(id: string, language?: Language): Promise<void>;
  /** Has what is shown speak another language, as where it is chosen on the page. */
  speak(language: Language): Promise<void>;
}
