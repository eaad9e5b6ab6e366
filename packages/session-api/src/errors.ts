import { CodedError } from "@lectern/primitives";
import type { ApiErrorCode } from "./contract/index.ts";

export type SessionApiErrorCode =
  | ApiErrorCode
  /** No answer: offline, blocked, or none within the time-out. */
  | "network"
  /** An answer that is not the session API's: wrong address, a proxy's page. */
  | "bad-response";

/** A refusal of the session API, or of the way to it. `message` is for developers; words for people hang on `code`. */
export class SessionApiError extends CodedError<SessionApiErrorCode> {
  override readonly name = "SessionApiError";
}

/** Whether the same request may succeed a little later without anybody changing anything. */
export function isRetryable(code: SessionApiErrorCode): boolean {
  switch (code) {
    case "network":
    case "bad-response":
    case "throttled":
    case "unavailable":
      return true;
    case "bad-request":
    case "unauthorized":
    case "forbidden":
    case "session-not-found":
    case "code-taken":
    case "too-many-sessions":
    case "session-not-live":
    case "full":
    case "already-hosted":
    case "not-host":
    case "seat-lost":
    case "too-large":
      return false;
  }
}
