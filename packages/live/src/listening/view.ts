import type { LiveErrorCode } from "../errors.ts";
import type { ListeningFacts, Obstacle } from "./facts.ts";

/**
 * What a listener's page shows. `armed`: Listen was pressed and sound starts by itself as soon as it can.
 * `muted`, `paused`: what the speaker does. Data is there only in the states where it is true.
 */
export type ListeningState =
  /** `attempt`: how often nothing answered so far. It is tried again by itself, for as long as the page is open. */
  | { status: "looking-up"; armed: boolean; attempt: number }
  /** No session has this code; `removed`: one had it a moment ago. Looked up again on `start()`. */
  | { status: "not-found"; removed: boolean }
  /** The speaker is not on air (yet), or on air but their page is gone: no new place is taken, everything starts by itself. */
  | { status: "waiting"; title: string; armed: boolean }
  /** The speaker is on air: a seat is asked for and the way to the sound made. */
  | { status: "connecting"; title: string; armed: boolean }
  /** Only the tap is missing. `needsTap`: Listen was pressed but the browser refused to play, or the system paused it. `standby`: the seat was given back; the tap takes a new one. */
  | { status: "ready"; title: string; muted: boolean; paused: boolean; needsTap: boolean; standby: boolean }
  | { status: "playing"; title: string; muted: boolean; paused: boolean }
  /** The sound was lost, for the `attempt`th time since it last came; it comes back by itself. */
  | { status: "reconnecting"; title: string; armed: boolean; muted: boolean; paused: boolean; attempt: number }
  /** Something keeps the sound, or the news that there is some, from coming; it is tried again by itself. "no-connection": nothing answers. */
  | { status: "no-path"; title: string; armed: boolean; obstacle: Obstacle | "no-connection" }
  /** Every seat is taken: asked again quietly. */
  | { status: "full"; title: string; armed: boolean }
  /** Starts over by itself should the speaker go live again: a link is lasting. */
  | { status: "ended"; title: string; reason: "by-speaker" }
  /** `cause` is what was thrown, for example auth's error under "credentials-refused". */
  | { status: "failed"; code: LiveErrorCode; cause: unknown };

export function viewOf(facts: ListeningFacts): ListeningState {
  const stage = stageOf(facts);
  switch (stage.status) {
    case "waiting":
    case "connecting":
    case "full":
    case "reconnecting": {
      const obstacle = obstacleOf(facts, stage.status);
      return obstacle ? { status: "no-path", title: stage.title, armed: stage.armed, obstacle } : stage;
    }
    default:
      return stage;
  }
}

function obstacleOf({ socket, obstacle }: ListeningFacts, status: "waiting" | "connecting" | "full" | "reconnecting") {
  if (socket.network === "sockets-blocked") return "no-socket";
  const isSilent = socket.network === "silent" && socket.attempt > 1;
  // The sound that was lost comes back by itself: that is said already.
  if (isSilent && status !== "reconnecting") return "no-connection";
  return status === "connecting" || status === "reconnecting" ? obstacle : null;
}

/** How far it has got, whatever is in the way. */
export function stageOf({ talk, socket, tap, request, speaker, sound, losses }: ListeningFacts): ListeningState {
  const armed = tap === "pressed";
  switch (talk.is) {
    case "not-started":
    case "looking-up":
      return { status: "looking-up", armed, attempt: socket.attempt };
    case "not-found":
      return { status: "not-found", removed: talk.removed };
    case "failed":
      return { status: "failed", code: talk.code, cause: talk.cause };
    case "found":
      break;
  }
  const { title } = talk;
  const { muted, paused } = speaker ?? { muted: false, paused: talk.status === "paused" };
  if (talk.status === "ended") return { status: "ended", title, reason: "by-speaker" };
  if (talk.status === "waiting") return { status: "waiting", title, armed };
  if (tap === "stopped") return { status: "ready", title, muted, paused, needsTap: false, standby: true };
  if (sound === "flowing") {
    if (tap === "pressed") return { status: "playing", title, muted, paused };
    return { status: "ready", title, muted, paused, needsTap: tap === "refused", standby: false };
  }
  if (!talk.hosted) return { status: "waiting", title, armed };
  if (request === "full") return { status: "full", title, armed };
  if (sound === "lost") return { status: "reconnecting", title, armed, muted, paused, attempt: losses };
  return { status: "connecting", title, armed };
}
