import { CodedError } from "@lectern/primitives";
import type { ApiErrorCode } from "@lectern/session-api/contract";

/** What went wrong, as something the person or caller can act on. Closed: a new code does not compile without words. */
export type LiveErrorCode =
  /** The browser has no WebRTC, no microphone access at all, or the page is not on https or localhost. */
  | "not-supported"
  /** The person or the system said no to the microphone. */
  | "microphone-denied"
  /** No microphone is there, or the chosen one is gone. */
  | "microphone-missing"
  /** The microphone is there but cannot be read: another program holds it, or the system failed. */
  | "microphone-failed"
  /** Go live was pressed while no microphone is open. */
  | "microphone-not-open"
  /** `credentials()` rejected and another try is pointless; `cause` is what it rejected with. */
  | "credentials-refused"
  /** The session API no longer accepts the speaker's token: sign in again. */
  | "signed-out"
  /** The session belongs to somebody else. */
  | "not-owner"
  /** The session does not exist (any more). */
  | "session-not-found"
  /** Another page hosts the session; `takeOver()` takes it from there. */
  | "already-hosted"
  /** The ICE servers' answer, or the session API's, is not what it should be. */
  | "bad-response"
  /** AWS refused the signaling request: role, channel or clock. */
  | "signaling-refused"
  /** Too many requests at once: try again later. */
  | "throttled"
  /** Nothing answers. */
  | "network"
  /** No way for the audio was found, neither direct nor relayed. */
  | "no-path";

/** Every error of this package. `message` is for a developer; words for people belong to the app, keyed by `code`. */
export class LiveError extends CodedError<LiveErrorCode> {
  override readonly name = "LiveError";
}

const FATAL: Partial<Record<ApiErrorCode, LiveErrorCode>> = {
  unauthorized: "signed-out",
  forbidden: "not-owner",
  "session-not-found": "session-not-found",
  "already-hosted": "already-hosted",
};

/** The session API's refusals that end hosting; others its connection mends by itself. */
export const fatalRefusal = (code: ApiErrorCode): LiveErrorCode | undefined => FATAL[code];
