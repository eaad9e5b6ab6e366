import type { Step } from "@lectern/primitives";
import { seatIdOf } from "@lectern/session-api/contract";
import type { LiveError } from "../errors.ts";
import type { Obstacle, Seat } from "./facts.ts";

/** Why an offer is made: the first; the path broke; KVS or the speaker needs another one, with fresh ICE servers. The last two are ICE restarts. */
export type OfferReason = "first" | "interrupted" | "fresh";

/** The way to the sound from one seat. */
export interface MediaState {
  seat: Seat;
  /** Whether the speaker knows this peer under another seat, which was lost: the next signaling socket opens with an ICE restart. */
  isReseated: boolean;
  /** Whether ICE servers ended while an offer with them was being made: another one follows its answer. */
  isOutdated: boolean;
  /** Whether a signaling socket is open. */
  signaling: "closed" | "open";
  offer: "none" | "being-made" | "unanswered" | "answered";
  /** ICE and DTLS: "new" until they have connected once. */
  path: "new" | "connected" | "interrupted";
  /** "none" until it has come once. */
  sound: "none" | "flowing" | "stalled";
}

export const initialMedia = (seat: Seat): MediaState => ({
  seat,
  isReseated: false,
  isOutdated: false,
  signaling: "closed",
  offer: "none",
  path: "new",
  sound: "none",
});

export type MediaEvent =
  | { type: "started" }
  | { type: "signaling-open" }
  | { type: "signaling-lost" }
  /** The seat was renewed, or replaced by another of its channel. */
  | { type: "renewed"; seat: Seat }
  | { type: "offer-made" }
  /** The speaker's answer fits the offer. */
  | { type: "answered" }
  /** An offer could not be made, or went unanswered for too long, or the answer is another peer's. */
  | { type: "offer-failed" }
  /** An offer was sent several times without an answer. */
  | { type: "offer-unheard" }
  /** There will be no credentials. */
  | { type: "credentials-refused"; error: LiveError }
  | { type: "path"; state: RTCPeerConnectionState }
  | { type: "flow" }
  | { type: "stall" }
  /** The sound that was expected has not come for long. */
  | { type: "overdue" }
  | { type: "ice-servers-outdated" }
  /** The speaker's page is there again. */
  | { type: "speaker-back" }
  /** The machine slept or changed networks. */
  | { type: "woken" };

export type MediaCommand =
  | { do: "make-offer"; reason: OfferReason }
  /** Sends the offer, and again until it is answered. */
  | { do: "send-offer" }
  /** The offer is sent again: through a new socket, or to a speaker who needs a moment. */
  | { do: "repeat-offer"; when: "now" | "soon" }
  | { do: "renew-signaling" }
  | { do: "follow-sound" }
  /** From now on, for so long; instead of what was expected before. */
  | { do: "expect-sound" }
  | { do: "tell-obstacle"; obstacle: Obstacle }
  | { do: "tell"; what: MediaNews }
  | { do: "tell-refusal"; error: LiveError };

/** What whoever started it is told. "lost": it tries to mend that itself; "media-failed": it cannot go on. */
export type MediaNews = "media" | "lost" | "media-failed";

type MediaStep = Step<MediaState, MediaCommand>;

const to = (state: MediaState, ...commands: MediaCommand[]): MediaStep => ({ state, commands });

/** One offer is made at a time, and none because of a broken path while the speaker has not answered the last. */
function offer(state: MediaState, reason: OfferReason, ...before: MediaCommand[]): MediaStep {
  const isPending = state.offer === "being-made" || (state.offer === "unanswered" && reason === "interrupted");
  if (isPending) return to(reason === "fresh" ? { ...state, isOutdated: true } : state, ...before);
  const isOutdated = state.isOutdated && reason !== "fresh";
  return to({ ...state, isOutdated, offer: "being-made" }, ...before, { do: "make-offer", reason });
}

function onAnswered(state: MediaState): MediaStep {
  const commands: MediaCommand[] = state.sound === "flowing" ? [] : [{ do: "expect-sound" }];
  return state.isOutdated ? offer(state, "fresh", ...commands) : to(state, ...commands);
}

function obstacleOf({ offer: sent, signaling }: MediaState): Obstacle {
  if (sent === "answered") return "no-route";
  return signaling === "open" ? "no-answer" : "no-socket";
}

/** Nothing came of this peer: another one, with another seat's ClientId and ICE servers, may find a way. */
const giveUp = (state: MediaState): MediaStep =>
  to(state, { do: "tell-obstacle", obstacle: "no-route" }, { do: "tell", what: "media-failed" });

function onPath(state: MediaState, path: RTCPeerConnectionState): MediaStep {
  const interrupted: MediaState = state.path === "connected" ? { ...state, path: "interrupted" } : state;
  switch (path) {
    case "connected":
      return to({ ...state, path }, ...(state.path === "new" ? [{ do: "follow-sound" } as const] : []));
    case "disconnected":
      return offer(interrupted, "interrupted");
    case "failed":
      if (state.path === "new" && state.offer === "answered") return giveUp(state);
      return to(interrupted, { do: "tell", what: "media-failed" });
    case "closed":
      return to(interrupted, { do: "tell", what: "media-failed" });
    case "new":
    case "connecting":
      return to(interrupted);
  }
}

/** Pure: what an event changes, and what is to be done about it. */
export function transitionMedia(state: MediaState, event: MediaEvent): MediaStep {
  switch (event.type) {
    case "started":
      return offer(state, "first", { do: "expect-sound" });
    case "signaling-open": {
      const again = state.offer === "unanswered" ? [{ do: "repeat-offer", when: "now" } as const] : [];
      const next: MediaState = { ...state, signaling: "open", isReseated: false };
      // What is being made goes out under the new seat's ClientId anyway.
      return state.isReseated && state.offer !== "being-made" ? offer(next, "fresh", ...again) : to(next, ...again);
    }
    case "signaling-lost":
      return to(state.signaling === "closed" ? state : { ...state, signaling: "closed" });
    case "renewed": {
      const { seat } = event;
      const isReseated = state.isReseated || seatIdOf(seat.clientId) !== seatIdOf(state.seat.clientId);
      return to({ ...state, seat, isReseated }, ...(isReseated ? [{ do: "renew-signaling" } as const] : []));
    }
    case "offer-made":
      return to({ ...state, offer: "unanswered" }, { do: "send-offer" });
    case "answered":
      // The next offer is being made already: this was the answer to the one before.
      if (state.offer !== "unanswered") return to(state);
      return onAnswered({ ...state, offer: "answered" });
    case "offer-failed":
      return to(state, { do: "tell", what: "media-failed" });
    case "offer-unheard":
      return to(state, ...(state.sound === "none" ? [] : [{ do: "renew-signaling" } as const]));
    case "credentials-refused":
      // What is heard goes on being heard; it is told when that ends.
      return to(state, ...(state.path === "connected" ? [] : [{ do: "tell-refusal", error: event.error } as const]));
    case "path":
      return onPath(state, event.state);
    case "flow":
      return to({ ...state, sound: "flowing" }, { do: "tell", what: "media" });
    case "stall":
      return offer({ ...state, sound: "stalled" }, "interrupted", { do: "tell", what: "lost" }, { do: "expect-sound" });
    case "overdue": {
      if (state.sound === "flowing") return to(state);
      const obstacle = obstacleOf(state);
      if (obstacle === "no-route") return giveUp(state);
      return to(state, { do: "tell-obstacle", obstacle }, { do: "expect-sound" });
    }
    case "ice-servers-outdated":
      return offer(state, "fresh");
    case "speaker-back":
      return to(state, ...(state.offer === "unanswered" ? [{ do: "repeat-offer", when: "soon" } as const] : []));
    case "woken":
      if (state.path === "connected") return to(state, { do: "renew-signaling" });
      return offer(state, "interrupted", { do: "renew-signaling" });
  }
}
