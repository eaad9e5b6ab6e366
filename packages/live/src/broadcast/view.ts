import type { Session } from "@lectern/session-api/contract";
import type { LiveErrorCode } from "../errors.ts";
import type { SpeakerFacts } from "../peer/state-channel.ts";
import type { BroadcastFacts, BroadcastLoss, ListenerCounts, Loss } from "./facts.ts";

/** On air, and on the way there. */
interface Hosting {
  muted: boolean;
  /** The speaker ended it: nothing is sent any more, and the API is being told. */
  ending: boolean;
  /** How often the API could not be told of the pause, of its end, or of the session's; it is tried again. */
  untold: number;
  listeners: ListenerCounts;
}

interface OnAir extends Hosting {
  session: Session;
  /** Epoch ms, server time. */
  onAirSince: number;
  paused: boolean;
}

/** What the speaker's page shows once signed in. Data is there only in the states where it is true. */
export type BroadcastState =
  /** Not on air; the session is known once the API answered. */
  | { status: "microphone-check"; session: Session | null }
  /** `attempt` counts what failed on the way so far; 0 while all is well. */
  | ({ status: "going-live"; session: Session | null; attempt: number } & Hosting)
  | ({ status: "live" } & OnAir)
  /** Listeners may still hear: only newcomers wait. */
  | ({ status: "reconnecting"; reason: BroadcastLoss; attempt: number } & OnAir)
  /** Another page took the session over; nothing is sent any more. `takeOver()` takes it back. */
  | { status: "displaced"; session: Session | null }
  /** Over. `goLive()` starts the same session again. */
  | { status: "ended"; session: Session; reason: "by-you" | "elsewhere" }
  | { status: "failed"; code: LiveErrorCode; cause: unknown; session: Session | null };

/** What needs the speaker is shown before what mends itself. */
const URGENCY: Record<BroadcastLoss, number> = {
  "signed-out": 2,
  "credentials-refused": 1,
  "session-socket": 0,
  signaling: 0,
};

function worstOf(losses: BroadcastFacts["losses"]): Loss | null {
  const [worst] = Object.values(losses).sort((a, b) => URGENCY[b.reason] - URGENCY[a.reason] || b.attempt - a.attempt);
  return worst ?? null;
}

export function viewOf(facts: BroadcastFacts): BroadcastState {
  const { session, phase, muted, paused, ending, telling, listeners, losses } = facts;
  const hosting = { muted, ending, untold: telling?.attempt ?? 0, listeners };
  switch (phase.is) {
    case "off-air":
      return { status: "microphone-check", session };
    case "going-live":
      return { status: "going-live", session, ...hosting, attempt: worstOf(losses)?.attempt ?? 0 };
    case "on-air": {
      // Nothing is on air before its session is known.
      if (!session) return { status: "going-live", session, ...hosting, attempt: 0 };
      const onAir = { session, onAirSince: phase.since, ...hosting, paused };
      const worst = worstOf(losses);
      return worst ? { status: "reconnecting", ...worst, ...onAir } : { status: "live", ...onAir };
    }
    case "displaced":
      return { status: "displaced", session };
    case "ended":
      return session ? { status: "ended", session, reason: phase.reason } : { status: "microphone-check", session };
    case "failed":
      return { status: "failed", code: phase.code, cause: phase.cause, session };
  }
}

/** What listeners are told. */
export const speakerFacts = ({ session, phase, muted, paused, ending }: BroadcastFacts): SpeakerFacts => ({
  muted: muted || ending,
  paused,
  title: session?.title ?? "",
  ended: phase.is === "ended",
});
