import { createServerClock, parseJson } from "@lectern/primitives";
import * as v from "valibot";
import {
  apiErrorSchema,
  type ConfigResponse,
  type CreateSession,
  codeSchema,
  configResponseSchema,
  epochMsSchema,
  HTTP_ROUTES,
  type HttpOperation,
  type PatchSession,
  type Session,
  sessionResponseSchema,
  sessionsResponseSchema,
} from "../contract/index.ts";
import { SessionApiError, type SessionApiErrorCode } from "../errors.ts";
import { type ClientEnvironment, resolveEnvironment } from "./environment.ts";

/** How long a request may take, until its answer is read. */
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
  /**
   * Called for each request that needs a token. If that token is refused, it is called once more with "fresh". What it
   * throws is thrown as it is.
   */
  accessToken?: (fresh?: "fresh") => Promise<string>;
  /** Told the server's time (epoch ms, of this very moment) with each answer that has it. */
  onServerTime?: (serverTime: number) => void;
  environment?: Partial<ClientEnvironment>;
}

interface Input {
  code?: string;
  body?: unknown;
}

/** For refusals of API Gateway itself, which do not have the session API's error body. */
const codeOfStatus = (status: number): SessionApiErrorCode => {
  if (status === 401) return "unauthorized";
  if (status === 403) return "forbidden";
  if (status === 413) return "too-large";
  if (status === 429) return "throttled";
  return status >= 500 ? "unavailable" : "bad-response";
};

function refusal(status: number, body: unknown): SessionApiError {
  const parsed = v.safeParse(apiErrorSchema, body);
  return parsed.success
    ? new SessionApiError(parsed.output.code, parsed.output.message)
    : new SessionApiError(codeOfStatus(status), `The session API answered ${status}.`);
}

/** A code that no session can have is not asked for: in a URL it might mean something else. */
function urlPart(code: string): string {
  const parsed = v.safeParse(codeSchema, code);
  if (!parsed.success) throw new SessionApiError("session-not-found", "There is no session with such a code.");
  return parsed.output;
}

const withServerTime = v.object({ serverTime: epochMsSchema });

/** The session API over HTTP. */
export function createSessionApi(options: SessionApiOptions): SessionApi {
  const { httpApiUrl, accessToken } = options;
  const environment = resolveEnvironment(options.environment);
  const clock = createServerClock(environment);
  const base = httpApiUrl.replace(/\/+$/, "");

  const request = async (operation: HttpOperation, { code, body }: Input = {}): Promise<unknown> => {
    const { method, path, signedIn } = HTTP_ROUTES[operation];
    const url = base + (code === undefined ? path : path.replace("{code}", urlPart(code)));
    if (!signedIn) return send(method, url, body);
    if (!accessToken) throw new SessionApiError("unauthorized", "This needs a speaker's access token.");
    try {
      return await send(method, url, body, await accessToken());
    } catch (error) {
      // The token may have ended early, or this device's clock may be wrong.
      if (!(error instanceof SessionApiError) || error.code !== "unauthorized") throw error;
      return send(method, url, body, await accessToken("fresh"));
    }
  };

  const send = async (method: string, url: string, body: unknown, token?: string): Promise<unknown> => {
    const abort = new AbortController();
    const cancelTimeout = environment.setTimer(() => abort.abort(), REQUEST_TIMEOUT_MS);
    try {
      const sentAt = environment.steadyNow();
      const response = await environment.fetch(url, {
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
      // The server most likely read its clock halfway between sending and receiving.
      if (timed.success) {
        clock.learn(timed.output.serverTime + (environment.steadyNow() - sentAt) / 2);
        options.onServerTime?.(clock.now());
      }
      return answer;
    } catch (cause) {
      if (cause instanceof SessionApiError) throw cause;
      throw new SessionApiError("network", "The session API did not answer.", { cause });
    } finally {
      cancelTimeout();
    }
  };

  const ask = async <Schema extends v.GenericSchema>(
    schema: Schema,
    operation: HttpOperation,
    input?: Input,
  ): Promise<v.InferOutput<Schema>> => {
    const parsed = v.safeParse(schema, await request(operation, input));
    if (!parsed.success) throw new SessionApiError("bad-response", "The session API's answer is not understood.");
    return parsed.output;
  };

  return {
    createSession: async (body) => (await ask(sessionResponseSchema, "createSession", { body })).session,
    listSessions: async () => (await ask(sessionsResponseSchema, "listSessions")).sessions,
    getSession: async (code) => (await ask(sessionResponseSchema, "getSession", { code })).session,
    patchSession: async (code, body) => (await ask(sessionResponseSchema, "patchSession", { code, body })).session,
    async deleteSession(code) {
      await request("deleteSession", { code });
    },
    getConfig: () => ask(configResponseSchema, "getConfig"),
    serverNow: clock.now,
  };
}
