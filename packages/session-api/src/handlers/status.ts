import type { SessionStatus } from "../contract/index.ts";

/** What may change a session's status: the host's `mastering`, the owner's PATCH, the reaper. */
export type StatusEvent = "mastering" | "pause" | "resume" | "end";

/**
 * `waiting → live ⇄ paused → ended → live …` (design §4). The status after the event (the same, if it changes nothing), or
 * null where the event is refused. A host whose master socket reopens while paused stays paused.
 */
export function transition(status: SessionStatus, event: StatusEvent): SessionStatus | null {
  switch (event) {
    case "mastering":
      return status === "paused" ? "paused" : "live";
    case "pause":
      return status === "live" || status === "paused" ? "paused" : null;
    case "resume":
      return status === "live" || status === "paused" ? "live" : null;
    case "end":
      return "ended";
  }
}
