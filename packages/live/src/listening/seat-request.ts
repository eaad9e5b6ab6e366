import type { LiveEnvironment } from "../environment.ts";

/** Those who ask for the same reason at the same moment spread it over this: the session API has its limits too. */
const HERD_SPREAD_MS = 1000;
const FULL_RETRY_MS = 2000;
/** A way that failed again and again is tried at most this much later. */
const LONGEST_SPENT_MS = 3000;
const FIRST_SPENT_MS = 250;

/**
 * Why a seat is asked for: somebody came or tapped; the speaker came on air, or back; every seat was taken; the session
 * API had too much to do; the seat was lost; the way to the sound failed for the nth time.
 */
type SeatReason = "own" | "on-air" | "full" | "throttled" | "seat-lost" | { spent: number };

/** The asking for a seat: at most one question is open at a time. */
export interface SeatRequest {
  ask(reason: SeatReason): void;
  /** It was answered, or nobody wants it any more. */
  settle(): void;
  isOpen(): boolean;
  /** Something befell others too: they may ask, and be given seats, at the same moment. */
  crowd(): void;
  /** All is well again. */
  calm(): void;
  /** Whether others may begin at the same moment, because of `crowd()` or of what was asked for since all was well. */
  isCrowded(): boolean;
}

export function createSeatRequest(
  { random, setTimer }: Pick<LiveEnvironment, "random" | "setTimer">,
  send: () => void,
): SeatRequest {
  let open = false;
  let crowded = false;
  let cancel: () => void = () => undefined;

  function delayFor(reason: SeatReason): number {
    switch (reason) {
      case "own":
        return 0;
      case "on-air":
      case "seat-lost":
        return random() * HERD_SPREAD_MS;
      case "throttled":
        return HERD_SPREAD_MS * (1 + random());
      case "full":
        return FULL_RETRY_MS * (1 + random());
      default:
        return random() * Math.min(LONGEST_SPENT_MS, FIRST_SPENT_MS * 2 ** reason.spent);
    }
  }

  return {
    ask(reason) {
      cancel();
      open = true;
      crowded ||= reason !== "own" && reason !== "full";
      const delayMs = delayFor(reason);
      if (delayMs === 0) send();
      else cancel = setTimer(send, delayMs);
    },
    settle() {
      cancel();
      open = false;
    },
    isOpen: () => open,
    crowd() {
      crowded = true;
    },
    calm() {
      crowded = false;
    },
    isCrowded: () => crowded,
  };
}
