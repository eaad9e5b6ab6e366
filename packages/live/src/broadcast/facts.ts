import type { ApiErrorCode, ChannelEndpoints, PatchSession, Session } from "@lectern/session-api/contract";
import type { LiveErrorCode } from "../errors.ts";

/** `waiting` and `seated` as the session API counts them, `connected`, `hearing` and `notHearing` as the peers say. */
export interface ListenerCounts {
  waiting: number;
  seated: number;
  connected: number;
  hearing: number;
  /** Connected, listening, and without sound that can be understood for two seconds or more. */
  notHearing: number;
  /** Offered from their place, and no path has been found to them for 20 s, or ICE says there is none. */
  unreached: number;
}

/**
 * Why something is not as it should be while on air. "signed-out" and "credentials-refused" need the speaker: who listens
 * goes on hearing, nobody new gets in.
 */
export type BroadcastLoss = "session-socket" | "signaling" | "signed-out" | "credentials-refused";

export interface Loss {
  reason: BroadcastLoss;
  /** From 1. */
  attempt: number;
}

/** What a speaker can want of a session that is on air. */
export type ToldStatus = NonNullable<PatchSession["status"]>;

/** Everything that is known and wanted. What the page shows of it is `viewOf`. */
export interface BroadcastFacts {
  /** As last told; null until the API answered. */
  session: Session | null;
  phase:
    | { is: "off-air" }
    /** Hosting; on air with the first outlet. */
    | { is: "going-live" }
    /** `since`: epoch ms, server time. */
    | { is: "on-air"; since: number }
    | { is: "displaced" }
    | { is: "ended"; reason: "by-you" | "elsewhere" }
    | { is: "failed"; code: LiveErrorCode; cause: unknown };
  /** Whether there is a connection to the session. It outlives being displaced and refused as already hosted: `takeOver()` speaks through it. */
  hosting: boolean;
  /** The speaker wants the session ended: nothing is sent any more. */
  ending: boolean;
  /** What the API is being told, because it says otherwise of the session; `attempt`: how often that failed. */
  telling: { status: ToldStatus; attempt: number } | null;
  muted: boolean;
  paused: boolean;
  listeners: ListenerCounts;
  /** What is lost at the moment: of the session's socket ("session"), and of each outlet, by its id. */
  losses: Readonly<Record<string, Loss>>;
}

export const nobody: ListenerCounts = { waiting: 0, seated: 0, connected: 0, hearing: 0, notHearing: 0, unreached: 0 };

/** Before anything has begun. `session`: what is known of it already. */
export const initialBroadcast = (session: Session | null = null): BroadcastFacts => ({
  session,
  phase: { is: "off-air" },
  hosting: false,
  ending: false,
  telling: null,
  muted: false,
  paused: false,
  listeners: nobody,
  losses: {},
});

/** What all outlets of a talk are served from. */
export interface Outlets {
  channels: readonly ChannelEndpoints[];
  macKey: string;
}

export type BroadcastEvent =
  | { type: "go-live" | "take-over"; hasMicrophone: boolean }
  /** The connection to the session: `attempt` counts from 1. */
  | { type: "unreachable"; attempt: number; isSignedOut: boolean; cause: unknown }
  | { type: "session"; session: Session }
  | { type: "outlets"; outlets: Outlets }
  | { type: "refused"; code: ApiErrorCode; cause: unknown }
  /** Another page hosts the session now. */
  | { type: "displaced" }
  | { type: "outlet-on-air"; id: string; at: number }
  | { type: "outlet-lost"; id: string; attempt: number }
  /** There will be no AWS credentials for it. */
  | { type: "outlet-refused"; id: string; attempt: number; cause: unknown }
  | { type: "listeners"; counts: Partial<ListenerCounts> }
  | { type: "muted"; muted: boolean }
  | { type: "paused"; paused: boolean }
  | { type: "ending" }
  /** The API could not be told, for the `attempt`th time. */
  | { type: "telling-failed"; attempt: number }
  /** The session API's word: the session ended, which a snapshot says as well, or it was deleted. */
  | { type: "ended" }
  /** The page goes away. */
  | { type: "closed" };

export type BroadcastCommand =
  /** Sends the microphone's track from now on. */
  | { do: "take-microphone" }
  /** To the session, as its host. */
  | { do: "connect" }
  /** Takes the session from the page that hosts it. */
  | { do: "take-over" }
  /** Serves exactly these. */
  | { do: "serve"; outlets: Outlets }
  /** Asks for the session as it is now. */
  | { do: "ask-session" }
  | { do: "tell-on-air"; id: string }
  /** Tells the API until it says so itself. In place of what it was being told. */
  | { do: "tell"; status: ToldStatus }
  | { do: "stop-telling" }
  /** Makes what is sent, and what listeners are told, agree with the facts. */
  | { do: "update-outlets" }
  /** Ends all outlets. */
  | { do: "silence" }
  /** Tells listeners that it is over, and ends all outlets a moment later. */
  | { do: "farewell" }
  | { do: "disconnect" };
