import type { APIGatewayProxyEventV2, APIGatewayProxyEventV2WithJWTAuthorizer } from "aws-lambda";
import { type Context, Hono } from "hono";
import * as v from "valibot";
import {
  codeSchema,
  configResponseSchema,
  createSessionSchema,
  HTTP_ROUTES,
  type HttpOperation,
  httpStatusOf,
  patchSessionSchema,
} from "../../contract/index.ts";
import { speakerOfClaims } from "../access-token.ts";
import type { Handlers } from "../environment.ts";
import { parseInput, refuse, toRefusal } from "../refusals.ts";
import type { Resources } from "../resources.ts";
import { type SessionItem, toSession } from "../store/session-item.ts";
import { deleteSession, patchSession } from "./change-session.ts";
import { toRequest, toResult } from "./lambda-event.ts";

type Event = APIGatewayProxyEventV2 | APIGatewayProxyEventV2WithJWTAuthorizer;
type Bindings = { Bindings: { event: Event } };
type RequestContext = Context<Bindings>;

/** Null for a malformed code, which is answered like an unknown one. */
const codeIn = (c: RequestContext): string | null => {
  const parsed = v.safeParse(codeSchema, c.req.param("code"));
  return parsed.success ? parsed.output : null;
};

/** The HTTP API's handler: the contract's routes as a Hono application. */
export function createHttp(resources: Resources): Handlers["http"] {
  const { environment, sessions } = resources;
  const { now } = environment;

  // The gateway's authorizer has verified the signature, but lets id tokens and other clients' tokens through as well.
  const speakerIn = ({ env: { event } }: RequestContext): string => {
    const authorizer = "authorizer" in event.requestContext ? event.requestContext.authorizer : undefined;
    return speakerOfClaims(authorizer?.jwt?.claims, environment.clientId);
  };
  const answer = (session: SessionItem) => ({ session: toSession(session, now()), serverTime: now() });

  const operations: Record<HttpOperation, (c: RequestContext) => Response | Promise<Response>> = {
    getHealth: (c) => c.json({ status: "ok", serverTime: now() }),

    getConfig(c) {
      const { config, version } = environment;
      return c.json(v.parse(configResponseSchema, { ...config, version, serverTime: now() }));
    },

    async createSession(c) {
      const owner = speakerIn(c);
      const { title } = parseInput(createSessionSchema, await c.req.text());
      return c.json(answer(await sessions.create(owner, title, now())), 201);
    },

    async listSessions(c) {
      const mine = await sessions.listByOwner(speakerIn(c), now());
      const serverTime = now();
      return c.json({ sessions: mine.map((session) => toSession(session, serverTime)), serverTime });
    },

    getSession: async (c) => c.json(answer(await sessions.findByCode(codeIn(c), now()))),

    async patchSession(c) {
      const owner = speakerIn(c);
      const patch = parseInput(patchSessionSchema, await c.req.text());
      return c.json(answer(await patchSession(resources, owner, codeIn(c), patch)));
    },

    async deleteSession(c) {
      await deleteSession(resources, speakerIn(c), codeIn(c));
      return c.body(null, 204);
    },
  };

  const app = new Hono<Bindings>();
  app.use(async (c, next) => {
    await next();
    c.header("cache-control", "no-store");
    c.header("x-content-type-options", "nosniff");
  });
  for (const [operation, { method, path }] of Object.entries(HTTP_ROUTES)) {
    app.on(method, path.replace("{code}", ":code"), operations[operation as HttpOperation]);
  }
  app.notFound(() => {
    throw refuse("bad-request", "There is no such route.");
  });
  app.onError((error, c) => {
    const refusal = toRefusal(error);
    return c.json(refusal, httpStatusOf[refusal.code]);
  });

  return async (event) => toResult(await app.fetch(toRequest(event as APIGatewayProxyEventV2), { event }));
}
