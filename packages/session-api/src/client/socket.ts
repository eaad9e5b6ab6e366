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
  /** Drops the socket unless a message of the session API arrives within `withinMs` (default 10 s) from now. */
  expectAnswer(withinMs?: number): void;
  /** Closes it, and has `runSocket` resolve with this reason. */
  drop(error: SessionApiError): void;
}

/** What API Gateway itself sends where the function behind it failed, or was kept from running. */
const failureSchema = v.object({ message: v.string(), connectionId: v.string(), requestId: v.string() });

interface SocketOptions {
  url: string;
  signal: AbortSignal;
  environment: ClientEnvironment;
  onOpen(socket: OpenSocket): void;
  onMessage(message: ServerMessage, socket: OpenSocket): void;
  /** API Gateway's word that a message was not handled: it does not say which one. */
  onFailure(socket: OpenSocket): void;
}

/** Runs one socket to its end. Resolves with why it ended; never rejects. */
export function runSocket({
  url,
  signal,
  environment,
  onOpen,
  onMessage,
  onFailure,
}: SocketOptions): Promise<SessionApiError> {
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
      const received = typeof data === "string" ? parseJson(data) : undefined;
      const message = v.safeParse(serverMessageSchema, received);
      if (message.success) {
        cancelTimeout();
        onMessage(message.output, open);
      } else if (v.is(failureSchema, received)) onFailure(open);
    });
    // After an error comes the close event, which ends the socket. Node's ws throws an error that nobody listens for.
    opened.addEventListener("error", () => undefined);
    opened.addEventListener("close", () => end(new SessionApiError("network", "The socket closed.")));
  });
}
