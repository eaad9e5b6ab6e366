import type { SessionStatus } from "../contract/index.ts";

/** `mastering`: the host's message. The others: the owner's PATCH. */
export type StatusEvent = "mastering" | "pause" | "resume" | "end";

/**
 * `waiting → live ⇄ paused → ended → live …`. Returns the status after the event, or null where the event is refused. A host
 * who reconnects to the channel while paused stays paused.
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
