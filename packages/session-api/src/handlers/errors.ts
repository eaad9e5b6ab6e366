import type { ApiErrorCode } from "../contract/index.ts";
import { SessionApiError } from "../errors.ts";

/** What the caller is told. Never the foreign error's own words: they may hold names, ARNs or input. */
export interface Refusal {
  code: ApiErrorCode;
  message: string;
}

const THROTTLES = new Set([
  "ThrottlingException",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "LimitExceededException",
  "ClientLimitExceededException",
  "TooManyRequestsException",
]);

/** Translates once, at the edge: our refusals as they are, AWS's and unforeseen ones as retryable, and logged by name. */
export function toRefusal(error: unknown): Refusal {
  if (error instanceof SessionApiError) {
    const { code, message } = error;
    if (code !== "network" && code !== "bad-response") return { code, message };
  }
  const name = error instanceof Error ? error.name : "unknown";
  console.error(JSON.stringify({ level: "error", event: "unforeseen", name, stack: stackOf(error) }));
  return THROTTLES.has(name)
    ? { code: "throttled", message: "Too many requests. Try again in a moment." }
    : { code: "unavailable", message: "Something failed on our side. Try again in a moment." };
}

/** Where it happened, without the message, which may quote what somebody sent. */
const stackOf = (error: unknown): string[] =>
  error instanceof Error
    ? (error.stack ?? "")
        .split("\n")
        .filter((line) => line.startsWith("    at "))
        .slice(0, 5)
        .map((line) => line.trim())
    : [];
