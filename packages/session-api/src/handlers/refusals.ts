import * as v from "valibot";
import { type ApiErrorCode, MAX_MESSAGE_BYTES, type ServerMessage } from "../contract/index.ts";
import { SessionApiError } from "../errors.ts";
import { awsFailureOf } from "./aws-failure.ts";

/** What the caller is told. Never another library's words: they may hold names, ARNs or input. */
interface Refusal {
  code: ApiErrorCode;
  message: string;
}

const MESSAGES: Record<ApiErrorCode, string> = {
  "bad-request": "The message does not fit its schema.",
  unauthorized: "The token is not a valid access token of this deployment.",
  forbidden: "The session is somebody else's.",
  "session-not-found": "There is no such session.",
  "code-taken": "The code belongs to another session.",
  "too-many-sessions": "Nobody may have more sessions. Delete one first.",
  "session-not-live": "Nobody is on air.",
  full: "Every seat is taken.",
  "already-hosted": "Another page hosts this session.",
  "not-host": "This connection is not the host.",
  "seat-lost": "The seat's lease has ended.",
  "too-large": "The message is too large.",
  throttled: "Too many requests. Try again in a moment.",
  unavailable: "Something failed on our side. Try again in a moment.",
};

/** The error a handler throws to refuse. Pass `message` where the code's usual one would be wrong. */
export const refuse = (code: ApiErrorCode, message = MESSAGES[code], options?: ErrorOptions): SessionApiError =>
  new SessionApiError(code, message, options);

/** The same as a message to a socket, where the handler goes on. */
export const errorMessage = (code: ApiErrorCode, message = MESSAGES[code]): ServerMessage => ({
  type: "error",
  code,
  message,
});

/** What a client sent, through its schema. @throws SessionApiError too-large, bad-request */
export function parseInput<Schema extends v.GenericSchema>(schema: Schema, text = ""): v.InferOutput<Schema> {
  if (Buffer.byteLength(text) > MAX_MESSAGE_BYTES) throw refuse("too-large");
  try {
    return v.parse(schema, JSON.parse(text));
  } catch (cause) {
    throw refuse("bad-request", undefined, { cause });
  }
}

export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : "unknown");

/** Any error as a refusal: our own as it is, any other as one that may pass, and logged. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof SessionApiError) {
    const { code, message, cause } = error;
    if (code === "unavailable" && cause) log({ level: "warn", event: "aws-unavailable", name: nameOf(cause) });
    if (code !== "network" && code !== "bad-response") return { code, message };
  }
  const failure = awsFailureOf(error);
  if (failure) {
    const { kind, name, status } = failure;
    log({ level: kind === "refused" ? "error" : "warn", event: `aws-${kind}`, name, status });
  } else log({ level: "error", event: "unforeseen", name: nameOf(error), stack: stackOf(error) });
  const code = failure?.kind === "throttled" ? "throttled" : "unavailable";
  return { code, message: MESSAGES[code] };
}

const log = (line: object): void => console.error(JSON.stringify(line));

/** Without the error's message, which may quote what somebody sent. */
const stackOf = (error: unknown): string[] =>
  error instanceof Error
    ? (error.stack ?? "")
        .split("\n")
        .filter((line) => line.startsWith("    at "))
        .slice(0, 5)
        .map((line) => line.trim())
    : [];
