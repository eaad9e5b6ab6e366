import { fullJitterMs } from "@lectern/primitives";
import type { SeatReason } from "./facts.ts";

/** Those who ask for the same reason at the same moment are spread over this: the session API has its limits too. */
const SPREAD_MS = 1000;
const FULL_RETRY_MS = 2000;
const AFTER_FAILURES = { firstMs: 500, longestMs: 3000 };

/** How long to wait before asking for a seat. */
export function askDelayMs(reason: SeatReason, random: () => number): number {
  switch (reason) {
    case "came":
      return 0;
    case "on-air":
    case "seat-lost":
      return random() * SPREAD_MS;
    case "throttled":
      return SPREAD_MS * (1 + random());
    case "full":
      return FULL_RETRY_MS * (1 + random());
    default:
      return fullJitterMs(AFTER_FAILURES, reason.failures, random);
  }
}
