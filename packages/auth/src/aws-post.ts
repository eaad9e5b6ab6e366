import { abortAfter, isThrottlingType } from "@lectern/primitives";
import { AuthError } from "./errors.ts";

const TIMEOUT_MS = 10_000;

export interface Answer {
  ok: boolean;
  status: number;
  text: string;
  /** Header `x-amzn-errortype`, where the answer has one and the page may read it. */
  errorType: string | null;
}

/** An error AWS answered with. Go by `type`: statuses differ from the documented ones (reference/aws.md §5). */
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
  const { signal, cancel } = abortAfter(TIMEOUT_MS);
  try {
    const response = await send(url, { method: "POST", headers, body, signal, cache: "no-store", credentials: "omit" });
    const { ok, status } = response;
    return { ok, status, text: await response.text(), errorType: response.headers.get("x-amzn-errortype") };
  } catch (cause) {
    throw new AuthError("network", `No answer from ${new URL(url).host}.`, { cause });
  } finally {
    cancel();
  }
}

/** The code of an error that any AWS service may answer with and that passes; `null` for any other. */
export function retryableCode({ type, status }: Omit<Refusal, "message">): "throttled" | "unavailable" | null {
  if (status === 429 || isThrottlingType(type)) return "throttled";
  return status >= 500 ? "unavailable" : null;
}

/** AWS's own message is not repeated: it may quote what was sent, a token for example. */
export function refuse(
  code: AuthError["code"],
  operation: string,
  { type, status }: Omit<Refusal, "message">,
): AuthError {
  return new AuthError(code, `${operation} was refused: ${type || `HTTP ${status}`}`);
}
