import type { LiveEnvironment } from "../environment.ts";

/** An offer may be lost when the speaker is not there yet (reference §2.5): it is repeated until answered. */
const REOFFER_MS = 1500;
const REOFFER_SPREAD_MS = 1500;
/** After so many without an answer the signaling socket may be dead. */
const UNHEARD_AFTER = 2;
/** A ClientId begins a peer for 90 s: a fresh one is asked for before that. */
const UNANSWERED_MS = 45_000;

interface OfferingOptions {
  /** The offer as it is now; null once it is answered. */
  current(): string | null;
  send(offer: string): void;
  /** Once for each offer: it was sent several times without an answer. */
  onUnheard(): void;
  /** There is no answer, and it is too late for one. */
  onUnanswered(): void;
  environment: Pick<LiveEnvironment, "steadyNow" | "random" | "setTimer">;
}

/** Sends an offer again and again until it is answered. */
export interface Offering {
  /** There is a new offer. */
  begin(): void;
  /** Sends it if it is not answered: now, or after a moment. */
  again(delayMs?: number): void;
  stop(): void;
}

export function createOffering(options: OfferingOptions): Offering {
  const { environment } = options;
  let since: number | null = null;
  let sent = 0;
  let cancel: () => void = () => undefined;

  function send(): void {
    cancel();
    const offer = since === null ? null : options.current();
    if (since === null || offer === null) return;
    if (environment.steadyNow() - since > UNANSWERED_MS) {
      options.onUnanswered();
      return;
    }
    options.send(offer);
    if (++sent === UNHEARD_AFTER + 1) options.onUnheard();
    cancel = environment.setTimer(send, REOFFER_MS + environment.random() * REOFFER_SPREAD_MS);
  }

  return {
    begin() {
      since = environment.steadyNow();
      sent = 0;
      send();
    },
    again(delayMs = 0) {
      cancel();
      if (delayMs === 0) send();
      else cancel = environment.setTimer(send, delayMs);
    },
    stop() {
      cancel();
      since = null;
    },
  };
}
