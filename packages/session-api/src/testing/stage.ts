import type { ClientMessage, PatchSession, ServerMessage, Session } from "../contract/index.ts";
import { createHandlers, type Handlers } from "../handlers/index.ts";
import { type Cloud, startCloud } from "./cloud.ts";
import { createEnvironment } from "./environment.ts";
import { httpEvent, webSocketEvent } from "./events.ts";
import { CLIENT_ID } from "./tokens.ts";

type MessageOf<Type extends ServerMessage["type"]> = Extract<ServerMessage, { type: Type }>;

/** A browser's socket, as far as the handlers can tell. */
export interface TestSocket {
  id: string;
  /** Resolves when the handlers are done with it, answers posted. */
  send(message: ClientMessage | string): Promise<void>;
  disconnect(): Promise<void>;
  messages(): ServerMessage[];
  last<Type extends ServerMessage["type"]>(type: Type): MessageOf<Type> | undefined;
  count(type: ServerMessage["type"]): number;
}

/** Handlers made anew for each call, over one cloud, with a clock tests move. */
export interface Stage {
  cloud: Cloud;
  clock: { now: number };
  handlers(): Handlers;
  socket(): TestSocket;
  http(
    method: string,
    path: string,
    options?: { body?: unknown; sub?: string; claims?: Record<string, string> },
  ): Promise<{ status: number; body: Record<string, unknown>; text: string }>;
  createSession(sub: string, title?: string): Promise<Session>;
  patch(sub: string, code: string, patch: PatchSession): Promise<number>;
  /** A socket that hosts the session; live if so wished (default). */
  host(sub: string, code: string, options?: { live?: boolean }): Promise<TestSocket>;
  /** A socket that has joined; seated if so wished. */
  listener(code: string, options?: { seated?: boolean; seat?: boolean }): Promise<TestSocket>;
  close(): Promise<void>;
}

export const accessClaims = (sub: string): Record<string, string> => ({
  sub,
  token_use: "access",
  client_id: CLIENT_ID,
});

export async function startStage(): Promise<Stage> {
  const cloud = await startCloud();
  const clock = { now: 1_800_000_000_000 };
  const environment = createEnvironment(cloud, () => clock.now);
  const handlers = (): Handlers => createHandlers(environment);
  let sockets = 0;

  const socket = (): TestSocket => {
    const id = `socket-${++sockets}=`;
    const messages = (): ServerMessage[] => cloud.posted(id);
    return {
      id,
      async send(message) {
        const body = typeof message === "string" ? message : JSON.stringify(message);
        await handlers().webSocket(webSocketEvent(id, "$default", body));
      },
      async disconnect() {
        cloud.hangUp(id);
        await handlers().webSocket(webSocketEvent(id, "$disconnect"));
      },
      messages,
      last: <Type extends ServerMessage["type"]>(type: Type) =>
        messages().findLast((message): message is MessageOf<Type> => message.type === type),
      count: (type) => messages().filter((message) => message.type === type).length,
    };
  };

  const http: Stage["http"] = async (
    method,
    path,
    { body, sub, claims = sub ? accessClaims(sub) : undefined } = {},
  ) => {
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const event = httpEvent(method, path, { ...(body !== undefined && { body: text }), ...(claims && { claims }) });
    const { statusCode = 0, body: answer = "" } = await handlers().http(event);
    return { status: statusCode, text: answer, body: answer ? JSON.parse(answer) : {} };
  };

  return {
    cloud,
    clock,
    handlers,
    socket,
    http,
    async createSession(sub, title = "A talk") {
      const { body } = await http("POST", "/sessions", { sub, body: { title } });
      return body.session as Session;
    },
    patch: async (sub, code, patch) => (await http("PATCH", `/sessions/${code}`, { sub, body: patch })).status,
    async host(sub, code, { live = true } = {}) {
      const host = socket();
      await host.send({ action: "host", token: await cloud.tokens.access(sub, clock.now), code });
      const channelArn = host.last("channels")?.channels[0]?.channelArn ?? "";
      if (live) await host.send({ action: "mastering", channelArn });
      return host;
    },
    async listener(code, { seated = false, seat } = {}) {
      const listener = socket();
      await listener.send({ action: "join", code, ...(seat !== undefined && { seat }) });
      if (seated) await listener.send({ action: "seat" });
      return listener;
    },
    async close() {
      environment.dynamodb.destroy();
      environment.kinesisVideo.destroy();
      await cloud.close();
    },
  };
}
