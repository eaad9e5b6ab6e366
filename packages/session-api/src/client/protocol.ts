import type { ClientMessage, ServerMessage, Session } from "../contract/index.ts";
import { isRetryable, SessionApiError } from "../errors.ts";
import { randomHex128 } from "../hex.ts";

/** What the connection is to do after something from the server. */
export interface Reaction {
  /** Whether subscribers are told of the message. */
  deliver: boolean;
  reply?: ClientMessage;
  /** End this socket for this reason, and open the next one. */
  reconnect?: SessionApiError;
  /** End this socket, and open no other until `requestTakeOver`. */
  standDown?: true;
  /** Say hello once more, on this socket. */
  sayHello?: true;
}

/**
 * One side of the protocol with the session API, across reconnects: what to say first on each socket, and how to react to
 * what the server says. Does no I/O.
 */
export interface SessionProtocol {
  /** The first message of a socket that has opened, and of one that must begin anew: it says all that is wanted. */
  hello(token: string | undefined): ClientMessage;
  receive(message: ServerMessage): Reaction;
  /** API Gateway says that a message, no matter which, was not handled. `isRecent`: the last hello was said only just now. */
  receiveFailure(isRecent: boolean): Reaction;
  /** Whether the server has answered this socket's hello with the session. */
  isAcknowledged(): boolean;
  /** Whether this socket has got all it asked for, so that attempts to reconnect are counted anew. */
  isEstablished(): boolean;
  requestSeat(): void;
  /** `isTold`: the server is told on this socket; else on the next. */
  releaseSeat(isTold: boolean): void;
  /** The host is connected to this channel as master. */
  setMastering(channelArn: string): void;
  requestTakeOver(): void;
}

const DELIVER: Reaction = { deliver: true };

const isOnAir = (session: Session | null): boolean => session?.status === "live" || session?.status === "paused";

export function createSessionProtocol(
  role: "host" | "listener",
  initial: { code: string; seatAtOnce?: boolean },
): SessionProtocol {
  const hostSecret = randomHex128();
  let { code } = initial;
  let seatSecret: string | undefined;
  /** Of a seat that was left while there was no socket. */
  let leftSecret: string | undefined;
  let session: Session | null = null;
  let isSeatWanted = initial.seatAtOnce ?? false;
  /** Whether this socket's hello asked for a seat, which it is given if the session is on air. */
  let helloAskedSeat = false;
  /** `leave` may not have been handled: it is sent once more after the next hello. */
  let isLeaving = false;
  let masteredArn: string | null = null;
  let takeOver = false;
  let acknowledged = false;
  let established = false;

  const onSession = (next: Session): Reaction => {
    const isFirst = !acknowledged;
    acknowledged = true;
    if (role === "listener") established = true;
    const isOlder = session?.id === next.id && next.rev < session.rev;
    if (!isOlder) {
      session = next;
      code = next.code;
    }
    if (isFirst && helloAskedSeat && !isOnAir(next)) isSeatWanted = false;
    // A hello with a seat's secret has asked for that seat.
    if (isFirst && isSeatWanted && !seatSecret && !helloAskedSeat) {
      return { deliver: !isOlder, reply: { action: "seat" } };
    }
    // Who resumes a seat to leave it waits until it is given.
    if (isFirst && isLeaving && !leftSecret) {
      isLeaving = false;
      return { deliver: !isOlder, reply: { action: "leave" } };
    }
    return { deliver: !isOlder };
  };

  const onError = ({ code: errorCode, message }: Extract<ServerMessage, { type: "error" }>): Reaction => {
    if (errorCode === "already-hosted") return { deliver: true, standDown: true };
    if (errorCode === "seat-lost") {
      if (leftSecret) isLeaving = false;
      seatSecret = undefined;
      leftSecret = undefined;
      return isSeatWanted ? { deliver: true, reply: { action: "seat" } } : DELIVER;
    }
    const isUnauthorizedHost = role === "host" && errorCode === "unauthorized";
    const isMasteringUnanswered = role === "host" && masteredArn !== null && !isOnAir(session);
    if (isUnauthorizedHost || ((!established || isMasteringUnanswered) && isRetryable(errorCode))) {
      return { deliver: true, reconnect: new SessionApiError(errorCode, message) };
    }
    if (established && !isMasteringUnanswered) isSeatWanted = false;
    return DELIVER;
  };

  return {
    hello(token) {
      acknowledged = false;
      established = false;
      if (role === "host") {
        return { action: "host", token: token ?? "", code, hostSecret, ...(takeOver && { takeOver }) };
      }
      helloAskedSeat = isSeatWanted && !seatSecret;
      // Whoever left a seat resumes it, to give it back.
      const secret = seatSecret ?? leftSecret;
      return { action: "join", code, ...(secret && { seatSecret: secret }), ...(helloAskedSeat && { seat: true }) };
    },
    isAcknowledged: () => acknowledged,
    isEstablished: () => established,
    receive(message) {
      switch (message.type) {
        case "session":
          return onSession(message.session);
        case "channels":
          established = true;
          takeOver = false;
          // Channels that are new have no master yet.
          if (!message.channels.some(({ channelArn }) => channelArn === masteredArn)) masteredArn = null;
          return masteredArn ? { deliver: true, reply: { action: "mastering", channelArn: masteredArn } } : DELIVER;
        case "seat":
          if (leftSecret) {
            leftSecret = undefined;
            isLeaving = false;
            return { deliver: false, reply: { action: "leave" } };
          }
          isSeatWanted = false;
          seatSecret = message.seatSecret;
          return DELIVER;
        case "displaced":
          return { deliver: true, standDown: true };
        case "not-entered":
          // A hello that is not answered yet is answered by something else.
          return acknowledged ? { deliver: false, sayHello: true } : { deliver: false };
        case "ended":
          seatSecret = undefined;
          leftSecret = undefined;
          masteredArn = null;
          return DELIVER;
        case "error":
          return onError(message);
        case "listeners":
          return DELIVER;
      }
    },
    receiveFailure(isRecent) {
      if (acknowledged && !isRecent) return { deliver: false, sayHello: true };
      return { deliver: false, reconnect: new SessionApiError("unavailable", "A message was not handled.") };
    },
    requestSeat() {
      isSeatWanted = true;
      isLeaving = false;
      seatSecret ??= leftSecret;
      leftSecret = undefined;
    },
    releaseSeat(isTold) {
      isLeaving = isLeaving || seatSecret !== undefined || isSeatWanted;
      isSeatWanted = false;
      leftSecret = isTold ? undefined : (seatSecret ?? leftSecret);
      seatSecret = undefined;
    },
    setMastering(channelArn) {
      masteredArn = channelArn;
    },
    requestTakeOver() {
      takeOver = true;
    },
  };
}
