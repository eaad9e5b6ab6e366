import type { ConfigResponse, CreateSession, PatchSession, Session } from "../contract/index.ts";
import type { ClientEnvironment } from "./environment.ts";

/** The HTTP side of the session API. @throws SessionApiError from every method, within 10 s. */
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
  /** Called for each request that needs one. */
  accessToken?: () => Promise<string>;
  environment?: Partial<ClientEnvironment>;
}

export function createSessionApi(_options: SessionApiOptions): SessionApi {
  throw new Error("not yet");
}
