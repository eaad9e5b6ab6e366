import type { ReactNode } from "react";
import type { Step } from "./steps.ts";

/** One state of a component or screen, as it is looked at and tested. */
export interface State {
  /** In the address; unique. */
  id: string;
  name: string;
  /** Whose style sheet it is drawn with. "ui": the components' own and nothing else. */
  page: "listener" | "speaker" | "ui";
  draw: () => ReactNode;
  /** What a person does to get there, where nothing the screen is given leads there. */
  steps: readonly Step[];
  /** It shows itself only after seconds: timers run faster. */
  hurried: boolean;
}

export interface StateGroup {
  title: string;
  states: readonly State[];
}

/** A state as the lists write it: its name, which also makes its id, and how it is drawn. */
export type StateEntry = readonly [
  name: string,
  draw: () => ReactNode,
  more?: { steps?: readonly Step[]; hurried?: boolean },
];

/** @param prefix - of each state's id */
export function group(title: string, prefix: string, page: State["page"], entries: readonly StateEntry[]): StateGroup {
  return {
    title,
    states: entries.map(([name, draw, { steps = [], hurried = false } = {}]) => ({
      id: `${prefix}-${name
        .toLowerCase()
        .match(/[a-z0-9]+/g)
        ?.join("-")}`,
      name,
      page,
      draw,
      steps,
      hurried,
    })),
  };
}
