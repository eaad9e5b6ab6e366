import type { ApiErrorCode, Session, SessionStatus } from "@lectern/session-api/contract";
import type { LiveErrorCode } from "../errors.ts";
import type { SpeakerFacts } from "../peer/state-channel.ts";

/** Where media comes from, as the session API gave it. */
export interface Seat {
  channelArn: string;
  wssEndpoint: string;
  httpsEndpoint: string;
  clientId: string;
  /** Which of its channel's seats: what all listeners of a channel do at once is staggered by it. */
  slot: number;
}

/**
 * Why a seat is asked for: somebody came or tapped; the speaker came on air, or back; every seat was taken; the session
 * API had too much to do; the seat was lost; the way to the sound failed for the nth time.
 */
export type SeatReason = "came" | "on-air" | "full" | "throttled" | "seat-lost" | { failures: number };

export interface Talk {
  is: "found";
  /** Of the session; "" where only its end is known. */
  id: string;
  /** It changes when the link is replaced; null where only its end is known. */
  code: string | null;
  title: string;
  status: SessionStatus;
  /** Whether a speaker's page is there. */
  hosted: boolean;
  /** Of the newest snapshot of this session; an older one is dropped. */
  rev: number;
}

/**
 * What keeps the sound from coming; it is tried again and again all the same. "no-socket": HTTP comes through, WebSockets
 * do not; "no-answer": the speaker's page does not answer; "no-route": it does, but neither a direct nor a relayed path is
 * found.
 */
export type Obstacle = "no-socket" | "no-answer" | "no-route";

/** Everything that is known and wanted. What a page shows of it is `viewOf`. */
export interface ListeningFacts {
  talk:
    | { is: "not-started" }
    | { is: "looking-up" }
    /** `removed`: it was there. */
    | { is: "not-found"; removed: boolean }
    | { is: "failed"; code: LiveErrorCode; cause: unknown }
    | Talk;
  /** The session's socket: how often it failed since it last answered, and what that says of the network. */
  socket: { attempt: number; network: "unknown" | "http-answered" | "sockets-blocked" | "silent" };
  /** The Listen button: "refused" when the browser wants another tap, or the system paused what played; "stopped" once the seat was given back. */
  tap: "none" | "pressed" | "refused" | "stopped";
  /** The question for a seat: none, open, or open after the answer that every seat is taken. */
  request: "none" | "open" | "full";
  /** Media runs from here. */
  seat: Seat | null;
  /**
   * What the speaker's page said last, over the media of this seat: it knows before the session API does, and where that
   * cannot be told. null until it has said something.
   */
  speaker: Omit<SpeakerFacts, "ended"> | null;
  sound: "none" | "flowing" | "lost";
  /** How often the sound was lost since it last came. */
  losses: number;
  /** Found out since the sound last came. */
  obstacle: Obstacle | null;
  /** What made this page begin may have befallen all of its channel's listeners: it waits for its slot's moment. */
  staggered: boolean;
}

export const initialListening: ListeningFacts = {
  talk: { is: "not-started" },
  socket: { attempt: 0, network: "unknown" },
  tap: "none",
  request: "none",
  seat: null,
  speaker: null,
  sound: "none",
  losses: 0,
  obstacle: null,
  staggered: false,
};

export type ListeningEvent =
  | { type: "started" }
  /** The page is closed, or goes into the browser's cache of pages. */
  | { type: "left" }
  /** The session's socket closed, or did not open: the `attempt`th time, from 1. */
  | { type: "unreachable"; attempt: number }
  | { type: "session"; session: Session; by: "socket" | "http" }
  /** HTTP does not answer either. */
  | { type: "look-up-failed" }
  | { type: "seat"; seat: Seat }
  | { type: "refused"; code: ApiErrorCode }
  /** The speaker ended the talk. */
  | { type: "ended" }
  /** Sound arrives: at first, and again after each loss. */
  | { type: "media" }
  | { type: "speaker"; facts: SpeakerFacts }
  /** No sound arrives; media tries to mend that. */
  | { type: "lost" }
  /** Media cannot go on: it takes a fresh ClientId and a new peer. */
  | { type: "media-failed" }
  /** The sound has been awaited for long. */
  | { type: "obstructed"; obstacle: Obstacle }
  | { type: "tapped" }
  | { type: "play-refused"; by: "browser" | "system" }
  | { type: "stopped" }
  /** Nobody tapped for a minute. */
  | { type: "untapped" }
  | { type: "failed"; code: LiveErrorCode; cause: unknown };

export type ListeningCommand =
  | { do: "connect" }
  /** Asks for the session over HTTP. null: by the code this page was opened with. */
  | { do: "look-up"; code: string | null }
  /** Gives the seat back and ends everything. */
  | { do: "disconnect" }
  | { do: "ask"; reason: SeatReason }
  | { do: "cancel-request" }
  /** Gives the seat back, held or asked for, and ends media. */
  | { do: "leave" }
  /** Media, from this seat; what ran before ends. */
  | { do: "begin"; seat: Seat; staggered: boolean }
  /** Media goes on under this seat's ClientId. */
  | { do: "renew"; seat: Seat }
  | { do: "end-media" }
  /** Media is told that the speaker's page is there again. */
  | { do: "speaker-back" }
  | { do: "unmute" }
  | { do: "mute" }
  | { do: "await-tap" }
  | { do: "stop-awaiting-tap" };
