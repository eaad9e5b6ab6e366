import { AuthError } from "./errors.ts";

const TIMEOUT_MS = 10_000;

export interface Answer {
  ok: boolean;
  status: number;
  text: string;
}

/** What AWS said no with. Judged by `type`: statuses on the wire differ from the documented ones (reference/aws.md §5). */
export interface Refusal {
  type: string;
  message: string;
  status: number;
}

/** @throws AuthError `network` when there is no answer within ten seconds. */
export async function post(
  send: typeof fetch,
  url: string,
  headers: Record<string, string>,
  body: string | URLSearchParams,
): Promise<Answer> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await send(url, { method: "POST", headers, body, signal, cache: "no-store", credentials: "omit" });
    return { ok: response.ok, status: response.status, text: await response.text() };
  } catch (cause) {
    throw new AuthError("network", `No answer from ${new URL(url).host}.`, { cause });
  }
}

/** Codes that any AWS service refuses with for reasons that pass, or `null`. */
export function retryableCode({ type, status }: Refusal): "throttled" | "unavailable" | null {
  if (status === 429 || /^(TooManyRequests|Throttl|LimitExceeded|RequestLimitExceeded)/.test(type)) return "throttled";
  return status >= 500 ? "unavailable" : null;
}

export function refuse(code: AuthError["code"], operation: string, { type, message, status }: Refusal): AuthError {
  return new AuthError(code, `${operation} was refused: ${type || `HTTP ${status}`}${message ? `, ${message}` : ""}`);
}
