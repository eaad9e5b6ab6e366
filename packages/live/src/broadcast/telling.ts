import { fullJitterMs, sleep, type Timing } from "@lectern/primitives";
import type { Session } from "@lectern/session-api/contract";
import type { ToldStatus } from "./facts.ts";

/** Listeners read the old status meanwhile. */
const RETRY = { firstMs: 500, longestMs: 4000 };

interface TellingOptions {
  tell(status: ToldStatus): Promise<Session>;
  onTold(session: Session): void;
  /** `attempt` counts from 1. */
  onFailed(attempt: number): void;
  environment: Pick<Timing, "random" | "setTimer">;
}

/** Tells the session API a status again and again, until it is told to stop: an answer may be older than what is known. */
export interface Telling {
  /** In place of what was being told. */
  begin(status: ToldStatus): void;
  stop(): void;
}

export function createTelling({ tell, onTold, onFailed, environment }: TellingOptions): Telling {
  let telling = new AbortController();

  async function run(status: ToldStatus, { signal }: AbortController): Promise<void> {
    for (let attempt = 1; !signal.aborted; attempt++) {
      try {
        // Even if something else is wanted by now, this is how the session is. Who hears that it is as wanted calls `stop`.
        onTold(await tell(status));
      } catch {
        if (!signal.aborted) onFailed(attempt);
      }
      await sleep(environment, fullJitterMs(RETRY, attempt, environment.random), signal);
    }
  }

  const stop = () => telling.abort();
  return {
    begin(status) {
      stop();
      telling = new AbortController();
      void run(status, telling);
    },
    stop,
  };
}
