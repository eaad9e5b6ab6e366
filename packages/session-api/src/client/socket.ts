import * as v from "valibot";
import { type ClientMessage, type ServerMessage, serverMessageSchema } from "../contract/index.ts";
import { SessionApiError } from "../errors.ts";
import type { ClientEnvironment } from "./environment.ts";

/** How long an answer to the hello or to a ping may take before the socket is taken for dead. */
const ANSWER_WITHIN_MS = 10_000;

/** One socket, from connecting to its end. */
export interface OpenSocket {
  send(message: ClientMessage): void;
  /** From now until something arrives, or the socket is dropped after `withinMs` (default 10 s). */
  expectAnswer(withinMs?: number): void;
  /** Ends it as failed, for this reason. */
  drop(error: SessionApiError): void;
}

interface SocketOptions {
  url: string;
  signal: AbortSignal;
  environment: ClientEnvironment;
  onOpen(socket: OpenSocket): void;
  onMessage(message: ServerMessage, socket: OpenSocket): void;
}

/** Types we do not know, and frames that are no JSON (API Gateway's own notices), are nobody's business here. */
function parse(data: unknown): ServerMessage | null {
  if (typeof data !== "string") return null;
  try {
    const parsed = v.safeParse(serverMessageSchema, JSON.parse(data));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** Runs one socket to its end. Resolves with why it ended; never rejects. */
export function runSocket({ url, signal, environment, onOpen, onMessage }: SocketOptions): Promise<SessionApiError> {
  const { WebSocket, setTimeout, clearTimeout } = environment;
  return new Promise((resolve) => {
    let ended = false;
    let socket: InstanceType<typeof WebSocket> | undefined;
    let timer: unknown;

    const end = (error: SessionApiError): void => {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
      socket?.close();
      resolve(error);
    };
    const onAbort = (): void => end(new SessionApiError("network", "The connection was given up."));
    const expectAnswer = (withinMs = ANSWER_WITHIN_MS): void => {
      clearTimeout(timer);
      timer = setTimeout(() => end(new SessionApiError("network", "The server stopped answering.")), withinMs);
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
      clearTimeout(timer);
      const message = parse(data);
      if (message) onMessage(message, open);
    });
    // A browser says no more of an error than that the socket closes, which it says as well.
    opened.addEventListener("error", () => undefined);
    opened.addEventListener("close", () => end(new SessionApiError("network", "The socket closed.")));
  });
}
