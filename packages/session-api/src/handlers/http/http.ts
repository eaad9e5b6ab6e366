import type { APIGatewayProxyEventV2, APIGatewayProxyEventV2WithJWTAuthorizer } from "aws-lambda";
import { Hono } from "hono";
import * as v from "valibot";
import {
  codeSchema,
  configResponseSchema,
  createSessionSchema,
  httpStatusOf,
  MAX_MESSAGE_BYTES,
  patchSessionSchema,
} from "../../contract/index.ts";
import { SessionApiError } from "../../errors.ts";
import type { Context } from "../context.ts";
import type { Handlers } from "../environment.ts";
import { toRefusal } from "../errors.ts";
import { type SessionItem, toSession } from "../store/session-item.ts";
import { speakerOfClaims } from "../websocket/access-token.ts";
import { toRequest, toResult } from "./answer.ts";
import { deleteSession, patchSession } from "./owner.ts";

type Event = APIGatewayProxyEventV2 | APIGatewayProxyEventV2WithJWTAuthorizer;
type Bindings = { Bindings: { event: Event } };

async function parseBody<Schema extends v.GenericSchema>(
  request: Request,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const text = await request.text();
  if (Buffer.byteLength(text) > MAX_MESSAGE_BYTES) throw new SessionApiError("too-large", "The body is too large.");
  try {
    return v.parse(schema, JSON.parse(text));
  } catch (cause) {
    throw new SessionApiError("bad-request", "The body does not fit its schema.", { cause });
  }
}

/** A malformed code is nobody's code: it is answered as an unknown one. */
const parseCode = (code: string): string | null => {
  const parsed = v.safeParse(codeSchema, code);
  return parsed.success ? parsed.output : null;
};

/** The HTTP API as a web application; one app, whatever runs it. */
export function createHttp(context: Context): Handlers["http"] {
  const { environment, sessions } = context;
  const app = new Hono<Bindings>();

  // The gateway's authorizer has verified the signature, but takes id tokens as well, and other clients' tokens.
  const speaker = (event: Event): string => {
    const authorizer = "authorizer" in event.requestContext ? event.requestContext.authorizer : undefined;
    return speakerOfClaims(authorizer?.jwt?.claims, environment.clientId);
  };
  const answer = (session: SessionItem) => ({
    session: toSession(session, environment.now()),
    serverTime: environment.now(),
  });

  app.use(async (c, next) => {
    await next();
    c.header("cache-control", "no-store");
    c.header("x-content-type-options", "nosniff");
  });

  app.get("/health", (c) => c.json({ status: "ok", serverTime: environment.now() }));

  app.get("/config", (c) => {
    const { config, version } = environment;
    return c.json(v.parse(configResponseSchema, { ...config, version, serverTime: environment.now() }));
  });

  app.post("/sessions", async (c) => {
    const owner = speaker(c.env.event);
    const { title } = await parseBody(c.req.raw, createSessionSchema);
    return c.json(answer(await sessions.create(owner, title, environment.now())), 201);
  });

  app.get("/sessions", async (c) => {
    const mine = await sessions.listByOwner(speaker(c.env.event), environment.now());
    const now = environment.now();
    return c.json({ sessions: mine.map((session) => toSession(session, now)), serverTime: now });
  });

  app.get("/sessions/:code", async (c) =>
    c.json(answer(await sessions.findByCode(parseCode(c.req.param("code")), environment.now()))),
  );

  app.patch("/sessions/:code", async (c) => {
    const owner = speaker(c.env.event);
    const patch = await parseBody(c.req.raw, patchSessionSchema);
    return c.json(answer(await patchSession(context, owner, parseCode(c.req.param("code")), patch)));
  });

  app.delete("/sessions/:code", async (c) => {
    await deleteSession(context, speaker(c.env.event), parseCode(c.req.param("code")));
    return c.body(null, 204);
  });

  app.notFound(() => {
    throw new SessionApiError("bad-request", "There is no such route.");
  });

  app.onError((error, c) => {
    const refusal = toRefusal(error);
    return c.json(refusal, httpStatusOf[refusal.code]);
  });

  return async (event) => toResult(await app.fetch(toRequest(event as APIGatewayProxyEventV2), { event }));
}
