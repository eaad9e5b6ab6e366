import type { LiveEnvironment } from "../environment.ts";

/** An offer may be lost when the speaker is not there yet (reference §2.5): it is repeated until answered. */
const REOFFER_MS = 1500;
const REOFFER_SPREAD_MS = 1500;
/** So many without an answer, and the socket they went through is doubted. */
const DOUBTED_AFTER = 2;
/** A ClientId begins a peer for 90 s: a fresh one is asked for before that. */
const UNANSWERED_MS = 45_000;

interface OfferingOptions {
  /** The offer as it is now; null once it is answered. */
  current(): string | null;
  send(offer: string): void;
  /** Said once for each offer that goes unanswered a while. */
  onDoubt(): void;
  onUnanswered(): void;
  environment: Pick<LiveEnvironment, "steadyNow" | "random" | "setTimer">;
}

/** Says an offer again and again until it is answered. */
export interface Offering {
  /** There is a new offer. */
  begin(): void;
  /** Says it now if it is not answered, as through a new socket; or after a moment. */
  again(delayMs?: number): void;
  isUnanswered(): boolean;
  stop(): void;
}

export function createOffering(options: OfferingOptions): Offering {
  const { environment } = options;
  let since: number | null = null;
  let said = 0;
  let cancel: () => void = () => undefined;

  function say(): void {
    cancel();
    const offer = since === null ? null : options.current();
    if (since === null || offer === null) return;
    if (environment.steadyNow() - since > UNANSWERED_MS) {
      options.onUnanswered();
      return;
    }
    options.send(offer);
    if (++said === DOUBTED_AFTER + 1) options.onDoubt();
    cancel = environment.setTimer(say, REOFFER_MS + environment.random() * REOFFER_SPREAD_MS);
  }

  return {
    begin() {
      since = environment.steadyNow();
      said = 0;
      say();
    },
    again(delayMs = 0) {
      cancel();
      if (delayMs === 0) say();
      else cancel = environment.setTimer(say, delayMs);
    },
    isUnanswered: () => since !== null && options.current() !== null,
    stop() {
      cancel();
      since = null;
    },
  };
}
