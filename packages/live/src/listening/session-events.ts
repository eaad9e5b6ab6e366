import type { SessionEvent } from "@lectern/session-api/client";
import type { ApiErrorCode, Session } from "@lectern/session-api/contract";
import type { MediaSeat } from "./media.ts";

/** What a listener makes of the session API's word. */
export interface SessionEventHandlers {
  onOpen(): void;
  /** The socket is lost; `attempt` counts from 1, `code` says why. */
  onClosed(attempt: number, code: string): void;
  onSession(session: Session): void;
  onSeat(seat: MediaSeat): void;
  onEnded(): void;
  onRefusal(code: ApiErrorCode): void;
}

/** One function to subscribe with; what is a host's alone is passed over. */
export const routeSessionEvents =
  (handlers: SessionEventHandlers) =>
  (event: SessionEvent): void => {
    switch (event.type) {
      case "open":
        handlers.onOpen();
        break;
      case "closed":
        handlers.onClosed(event.attempt, event.error.code);
        break;
      case "session":
        handlers.onSession(event.session);
        break;
      case "seat":
        handlers.onSeat(event);
        break;
      case "ended":
        handlers.onEnded();
        break;
      case "error":
        handlers.onRefusal(event.code);
        break;
      default:
        break;
    }
  };
