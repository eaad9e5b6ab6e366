import * as v from "valibot";
import {
  apiErrorSchema,
  type ConfigResponse,
  type CreateSession,
  codeSchema,
  configResponseSchema,
  epochMsSchema,
  type PatchSession,
  type Session,
  sessionResponseSchema,
  sessionsResponseSchema,
} from "../contract/index.ts";
import { SessionApiError, type SessionApiErrorCode } from "../errors.ts";
import { type ClientEnvironment, resolveEnvironment } from "./environment.ts";
import { createServerClock } from "./server-clock.ts";

/** How long a request may take, answer read included. */
const REQUEST_TIMEOUT_MS = 10_000;

/** The HTTP side of the session API. Every method rejects with a `SessionApiError`, after 10 s at the latest. */
export interface SessionApi {
  createSession(body: CreateSession): Promise<Session>;
  /** Mine, newest first. */
  listSessions(): Promise<Session[]>;
  /** Public: needs no token. */
  getSession(code: string): Promise<Session>;
  patchSession(code: string, patch: PatchSession): Promise<Session>;
  deleteSession(code: string): Promise<void>;
  /** Public: needs no token. */
  getConfig(): Promise<ConfigResponse>;
  /** Epoch ms by the server's clock, learned from every answer; the local clock until the first. */
  serverNow(): number;
}

export interface SessionApiOptions {
  /** With or without a trailing slash. */
  httpApiUrl: string;
  /** Called for each request that needs one; once more, "fresh", if that is refused. What it throws is passed on as it is. */
  accessToken?: (fresh?: "fresh") => Promise<string>;
  /** Told the server's time (epoch ms, of this very moment) with each answer that has it. */
  onServerTime?: (serverTime: number) => void;
  environment?: Partial<ClientEnvironment>;
}

interface ApiRequest {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  path: string;
  body?: unknown;
  /** Whether it takes the speaker's token. */
  asSpeaker?: boolean;
}

/** Refusals of API Gateway itself, which knows nothing of our bodies. */
const codeOfStatus = (status: number): SessionApiErrorCode => {
  if (status === 401) return "unauthorized";
  if (status === 403) return "forbidden";
  if (status === 413) return "too-large";
  if (status === 429) return "throttled";
  return status >= 500 ? "unavailable" : "bad-response";
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

function refusal(status: number, body: unknown): SessionApiError {
  const parsed = v.safeParse(apiErrorSchema, body);
  return parsed.success
    ? new SessionApiError(parsed.output.code, parsed.output.message)
    : new SessionApiError(codeOfStatus(status), `The session API answered ${status}.`);
}

const withServerTime = v.object({ serverTime: epochMsSchema });

/** The session API over HTTP. */
export function createSessionApi(options: SessionApiOptions): SessionApi {
  const { httpApiUrl, accessToken, environment } = options;
  const { fetch, now, setTimeout, clearTimeout } = resolveEnvironment(environment);
  const clock = createServerClock(now);
  const base = httpApiUrl.replace(/\/+$/, "");

  const request = async (wanted: ApiRequest): Promise<unknown> => {
    if (!wanted.asSpeaker) return send(wanted, undefined);
    if (!accessToken) throw new SessionApiError("unauthorized", "This needs a speaker's access token.");
    try {
      return await send(wanted, await accessToken());
    } catch (error) {
      // Ended early, or by a clock that was misjudged.
      if (!(error instanceof SessionApiError) || error.code !== "unauthorized") throw error;
      return send(wanted, await accessToken("fresh"));
    }
  };

  const send = async ({ method, path, body }: ApiRequest, token: string | undefined): Promise<unknown> => {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), REQUEST_TIMEOUT_MS);
    try {
      const sentAt = now();
      const response = await fetch(base + path, {
        method,
        signal: abort.signal,
        headers: {
          ...(token && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && { "content-type": "application/json" }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const answer = parseJson(await response.text());
      if (!response.ok) throw refusal(response.status, answer);
      const timed = v.safeParse(withServerTime, answer);
      // Halfway between sending and hearing is when the server most likely looked at its clock.
      if (timed.success) {
        clock.learn(timed.output.serverTime, (sentAt + now()) / 2);
        options.onServerTime?.(clock.now());
      }
      return answer;
    } catch (cause) {
      if (cause instanceof SessionApiError) throw cause;
      throw new SessionApiError("network", "The session API did not answer.", { cause });
    } finally {
      clearTimeout(timer);
    }
  };

  const read = <Schema extends v.GenericSchema>(schema: Schema, answer: unknown): v.InferOutput<Schema> => {
    const parsed = v.safeParse(schema, answer);
    if (!parsed.success) throw new SessionApiError("bad-response", "The session API's answer is not understood.");
    return parsed.output;
  };

  /** What no session can have for a code is not asked for: in an address it might mean something else. */
  const pathOf = (code: string): string => {
    const parsed = v.safeParse(codeSchema, code);
    if (!parsed.success) throw new SessionApiError("session-not-found", "There is no session of such a code.");
    return `/sessions/${parsed.output}`;
  };
  const one = async (options: ApiRequest): Promise<Session> =>
    read(sessionResponseSchema, await request(options)).session;

  return {
    createSession: (body) => one({ method: "POST", path: "/sessions", body, asSpeaker: true }),
    listSessions: async () =>
      read(sessionsResponseSchema, await request({ method: "GET", path: "/sessions", asSpeaker: true })).sessions,
    getSession: async (code) => one({ method: "GET", path: pathOf(code) }),
    patchSession: async (code, patch) => one({ method: "PATCH", path: pathOf(code), body: patch, asSpeaker: true }),
    async deleteSession(code) {
      await request({ method: "DELETE", path: pathOf(code), asSpeaker: true });
    },
    getConfig: async () => read(configResponseSchema, await request({ method: "GET", path: "/config" })),
    serverNow: clock.now,
  };
}
