import { browserTiming, type Readable } from "@lectern/primitives";

/** What a page went through lately, for the report a person may copy. */
export interface Journal {
  /** One thing that happened: never an address, a name or a secret. */
  note(event: string): void;
  /** Notes each status of a core as it comes to it. */
  follow(what: string, core: Readable<{ status: string }>): void;
  /** Oldest first: seconds before now, and what happened. */
  lines(): string[];
}

/** As much as anybody reads; a page may be open for days. */
const KEPT = 80;

export function createJournal(now: () => number = browserTiming.steadyNow): Journal {
  let events: { at: number; event: string; times: number }[] = [];

  function note(event: string): void {
    const last = events.at(-1);
    if (last?.event === event) {
      last.times++;
      last.at = now();
    } else events = [...events.slice(1 - KEPT), { at: now(), event, times: 1 }];
  }

  return {
    note,
    follow(what, core) {
      let status = "";
      const look = () => {
        const state = core.getState();
        if (state.status === status) return;
        status = state.status;
        note(`${what}: ${status}`);
      };
      look();
      core.subscribe(look);
    },
    lines: () =>
      events.map(({ at, event, times }) => {
        const seconds = ((now() - at) / 1000).toFixed(1);
        return `-${seconds} s  ${event}${times > 1 ? ` (${times} times)` : ""}`;
      }),
  };
}
