import { parseJson } from "@lectern/primitives";
import * as v from "valibot";
import { type ClientMessage, type ServerMessage, serverMessageSchema } from "../contract/index.ts";
import { SessionApiError } from "../errors.ts";
import type { ClientEnvironment } from "./environment.ts";

/** How long the hello or a ping may stay unanswered before the socket counts as dead. */
const ANSWER_WITHIN_MS = 10_000;

/** One socket, from connecting to its end. */
export interface OpenSocket {
  send(message: ClientMessage): void;
  /** Drops the socket unless something arrives within `withinMs` (default 10 s) from now. */
  expectAnswer(withinMs?: number): void;
  /** Closes it, and has `runSocket` resolve with this reason. */
  drop(error: SessionApiError): void;
}

interface SocketOptions {
  url: string;
  signal: AbortSignal;
  environment: ClientEnvironment;
  onOpen(socket: OpenSocket): void;
  onMessage(message: ServerMessage, socket: OpenSocket): void;
}

/** Null for types that are not known here, and for API Gateway's own notices. */
function parseMessage(data: unknown): ServerMessage | null {
  const parsed = v.safeParse(serverMessageSchema, typeof data === "string" ? parseJson(data) : undefined);
  return parsed.success ? parsed.output : null;
}

/** Runs one socket to its end. Resolves with why it ended; never rejects. */
export function runSocket({ url, signal, environment, onOpen, onMessage }: SocketOptions): Promise<SessionApiError> {
  const { WebSocket, setTimer } = environment;
  return new Promise((resolve) => {
    let ended = false;
    let socket: InstanceType<typeof WebSocket> | undefined;
    let cancelTimeout = (): void => undefined;

    const end = (error: SessionApiError): void => {
      if (ended) return;
      ended = true;
      cancelTimeout();
      signal.removeEventListener("abort", onAbort);
      socket?.close();
      resolve(error);
    };
    const onAbort = (): void => end(new SessionApiError("network", "The connection was given up."));
    const expectAnswer = (withinMs = ANSWER_WITHIN_MS): void => {
      cancelTimeout();
      const late = new SessionApiError("network", "The server stopped answering.");
      cancelTimeout = setTimer(() => end(late), withinMs);
    };

    signal.addEventListener("abort", onAbort);
    try {
      socket = new WebSocket(url);
    } catch (cause) {
      end(new SessionApiError("network", "The socket could not be made.", { cause }));
      return;
    }
    const opened = socket;
    const open: OpenSocket = {
      send: (message) => {
        if (!ended) opened.send(JSON.stringify(message));
      },
      expectAnswer,
      drop: end,
    };
    expectAnswer();
    opened.addEventListener("open", () => {
      if (!ended) onOpen(open);
    });
    opened.addEventListener("message", ({ data }) => {
      if (ended) return;
      cancelTimeout();
      const message = parseMessage(data);
      if (message) onMessage(message, open);
    });
    // After an error comes the close event, which ends the socket. Node's ws throws an error that nobody listens for.
    opened.addEventListener("error", () => undefined);
    opened.addEventListener("close", () => end(new SessionApiError("network", "The socket closed.")));
  });
}
