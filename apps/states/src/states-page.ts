import type { Voice } from "./voices.ts";

/** How a test or a script goes through all states without loading the page anew: `window.lecternStates`. */
export interface StatesPage {
  readonly ids: readonly string[];
  /** Resolves when the state is there and stands still. @throws Error where a step towards it cannot be done */
  show(id: string, voice?: Voice): Promise<void>;
}
