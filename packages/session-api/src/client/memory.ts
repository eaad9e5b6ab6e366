import { type ClientMessage, randomHex128, type ServerMessage, type Session } from "../contract/index.ts";
import { isRetryable, SessionApiError } from "../errors.ts";

/** What a message from the server asks of the connection. */
interface Reaction {
  /** Whether subscribers hear of it. */
  deliver: boolean;
  send?: ClientMessage;
  /** End this socket for this reason; another is tried. */
  drop?: SessionApiError;
  /** End this socket, and try no other until told to take over. */
  standDown?: true;
}

/** What a connection knows beyond the life of one socket. Does nothing itself. */
export interface Memory {
  /** A socket opened: nothing it is told counts until the server has taken it in. */
  opened(): void;
  hello(token: string | undefined): ClientMessage;
  note(message: ServerMessage): Reaction;
  /** Whether the server has taken this socket in. */
  isIntroduced(): boolean;
  /** Whether this socket has all it asked for: from here on the next failure is a new one. */
  isSettled(): boolean;
  wantSeat(): void;
  dropSeat(): void;
  wantMastering(channelArn: string): void;
  wantTakeOver(): void;
}

const DELIVER: Reaction = { deliver: true };

export function createMemory(
  role: "host" | "listener",
  initial: { code: string; seatSecret?: string; seatAtOnce?: boolean },
): Memory {
  const hostSecret = randomHex128();
  let { code, seatSecret } = initial;
  let session: Session | null = null;
  let seatWanted = initial.seatAtOnce ?? false;
  /** This socket's hello asked for a seat, which it is given if the session is on air. */
  let helloAskedSeat = false;
  let channelArn: string | null = null;
  let takeOver = false;
  let introduced = false;
  let settled = false;

  const noteSession = (next: Session): Reaction => {
    const isFirst = !introduced;
    introduced = true;
    if (role === "listener") settled = true;
    const isOlder = session?.id === next.id && next.rev < session.rev;
    if (!isOlder) {
      session = next;
      code = next.code;
    }
    if (isFirst && helloAskedSeat && next.status !== "live" && next.status !== "paused") seatWanted = false;
    // With a secret, or in so many words, the hello has asked for the seat already.
    const asksSeat = isFirst && seatWanted && !seatSecret && !helloAskedSeat;
    return { deliver: !isOlder, ...(asksSeat && { send: { action: "seat" } }) };
  };

  const noteError = ({ code: errorCode, message }: Extract<ServerMessage, { type: "error" }>): Reaction => {
    if (errorCode === "already-hosted") return { deliver: true, standDown: true };
    if (errorCode === "seat-lost") {
      seatSecret = undefined;
      return seatWanted ? { deliver: true, send: { action: "seat" } } : DELIVER;
    }
    // The next socket brings another token.
    if (role === "host" && errorCode === "unauthorized") {
      return { deliver: true, drop: new SessionApiError(errorCode, message) };
    }
    if (!settled || (role === "host" && isMasteringPending())) {
      return isRetryable(errorCode) ? { deliver: true, drop: new SessionApiError(errorCode, message) } : DELIVER;
    }
    seatWanted = false;
    return DELIVER;
  };

  const isMasteringPending = (): boolean =>
    channelArn !== null && session?.status !== "live" && session?.status !== "paused";

  return {
    opened() {
      introduced = false;
      settled = false;
    },
    hello(token) {
      if (role === "host")
        return { action: "host", token: token ?? "", code, hostSecret, ...(takeOver && { takeOver }) };
      helloAskedSeat = seatWanted && !seatSecret;
      return { action: "join", code, ...(seatSecret && { seatSecret }), ...(helloAskedSeat && { seat: true }) };
    },
    isIntroduced: () => introduced,
    isSettled: () => settled,
    note(message) {
      switch (message.type) {
        case "session":
          return noteSession(message.session);
        case "channels":
          settled = true;
          takeOver = false;
          // Another channel than the one we are master of: that one is gone.
          if (!message.channels.some((channel) => channel.channelArn === channelArn)) channelArn = null;
          return channelArn ? { deliver: true, send: { action: "mastering", channelArn } } : DELIVER;
        case "seat":
          seatWanted = false;
          seatSecret = message.seatSecret;
          return DELIVER;
        case "displaced":
          return { deliver: true, standDown: true };
        case "ended":
          seatSecret = undefined;
          channelArn = null;
          return DELIVER;
        case "error":
          return noteError(message);
        case "listeners":
          return DELIVER;
      }
    },
    wantSeat() {
      seatWanted = true;
    },
    dropSeat() {
      seatWanted = false;
      seatSecret = undefined;
    },
    wantMastering(arn) {
      channelArn = arn;
    },
    wantTakeOver() {
      takeOver = true;
    },
  };
}
