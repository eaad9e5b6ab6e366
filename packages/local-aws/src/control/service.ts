import { DAY_MS } from "@lectern/primitives";
import * as v from "valibot";
import { type AccountChange, changeAccount } from "../cognito-idp/administer.ts";
import type { UserPool } from "../cognito-idp/user-pool.ts";
import { LocalAwsError } from "../errors.ts";
import { jsonResponse, readJson } from "../http/json.ts";
import { AwsError, type AwsRequest, type AwsResponse, type Service } from "../http/service.ts";
import { validate } from "../http/validation.ts";
import type { Settings } from "../settings.ts";
import { type FaultTargets, faultSchema, inject } from "./faults.ts";
import type { Inbox } from "./inbox.ts";
import { inboxPage } from "./inbox-page.ts";
import { readResources } from "./resources.ts";
import { readState, type StateSources } from "./state.ts";

interface Dependencies extends StateSources, FaultTargets {
  settings: Settings;
  inbox: Inbox;
  userPool: UserPool;
}

/** Four hundred days: every minute on the way is lived through, since something may be due. */
const FURTHEST_MS = 400 * DAY_MS;
const clockSchema = v.strictObject({
  advanceMs: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(FURTHEST_MS)),
});

const roleActionSchema = v.pipe(v.string(), v.regex(/^(?:speaker|guest|handlers) [a-z-]+:[\w*]+$/));

const settingsSchema = v.partial(
  v.strictObject({
    guests: v.boolean(),
    classicFlow: v.boolean(),
    displacedSocket: v.picklist(["left", "closed"]),
    earlyMessages: v.picklist(["held", "lost"]),
    relayAfter300s: v.picklist(["alive", "dead"]),
    iceServersAfter45Minutes: v.picklist(["given", "refused"]),
    turnTransports: v.picklist(["plain", "tls"]),
    withdrawnRoles: v.array(v.picklist(["speaker", "guest"])),
    selfSignUp: v.boolean(),
    secondFactor: v.picklist(["off", "optional", "required"]),
    unconfirmedUsers: v.picklist(["told", "after-password"]),
    sms: v.boolean(),
    ses: v.boolean(),
    requiredAttributes: v.array(v.string()),
    providers: v.array(v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{2,31}$/i))),
    invited: v.nullable(v.array(v.string())),
    removedActions: v.array(roleActionSchema),
    addedActions: v.array(roleActionSchema),
    client: v.picklist(["usual", "without-srp", "rotating", "of-another-pool"]),
  } satisfies Record<keyof Settings, v.GenericSchema>),
);

const accountSchema = v.strictObject({
  email: v.string(),
  invite: v.optional(v.strictObject({ password: v.string() })),
  password: v.optional(v.string()),
  enabled: v.optional(v.boolean()),
  signOut: v.optional(v.literal(true)),
  resetPassword: v.optional(v.literal(true)),
  phone: v.optional(v.pipe(v.string(), v.regex(/^\+\d{8,15}$/))),
  factors: v.optional(v.array(v.picklist(["SMS_MFA", "SOFTWARE_TOKEN_MFA"]))),
  remove: v.optional(v.literal(true)),
} satisfies Record<keyof AccountChange, v.GenericSchema>);

const json = (value: unknown) => jsonResponse(value, { "cache-control": "no-store" });

const badRequest = (message: string) => new AwsError("BadRequest", message);

const parse = <S extends v.GenericSchema>(schema: S, request: AwsRequest): v.InferOutput<S> =>
  validate(
    schema,
    readJson(request, () => badRequest("The body is not JSON.")),
    (constraint, member) => badRequest(`${member ?? "body"}: ${constraint}`),
  );

/** What a developer's own browser and tools call this computer. */
const LOOPBACK_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;

/**
 * Who reaches the port may be a website in the developer's browser, by a name that it made lead here, or another device by
 * something that hands its requests on. Only requests to this computer by its own name are answered, and of pages only the
 * inbox's own.
 * @throws AwsError
 */
function refuseStrangers({ headers: { host = "", origin } }: AwsRequest): void {
  const isOwn = LOOPBACK_HOST.test(host) && (origin === undefined || origin === `http://${host}`);
  if (!isOwn) throw new AwsError("Forbidden", "The control API answers this computer's own tools only.", 403);
}

/** The control API: what AWS has no counterpart of. It has no password, and no CORS. */
export function createControl(dependencies: Dependencies): Service {
  const { clock, settings, inbox } = dependencies;
  const administer = (change: AccountChange): boolean => {
    try {
      return changeAccount(dependencies.userPool, inbox, change);
    } catch (cause) {
      throw cause instanceof LocalAwsError ? badRequest(cause.message) : cause;
    }
  };
  const routes: Record<string, (request: AwsRequest) => AwsResponse | Promise<AwsResponse>> = {
    "GET /_local/": () => inboxPage(inbox.list()),
    "GET /_local/inbox.html": () => inboxPage(inbox.list()),
    "GET /_local/inbox": () => json(inbox.list()),
    "GET /_local/resources": () => json({ ...readResources(), timers: clock.timers() }),
    "GET /_local/state": async () => json(await readState(dependencies)),
    "POST /_local/clock": (request) => {
      clock.advance(parse(clockSchema, request).advanceMs);
      return json({ now: clock.now() });
    },
    "POST /_local/faults": (request) =>
      inject(parse(faultSchema, request), dependencies).then((sockets) => json({ sockets })),
    "POST /_local/accounts": (request) => {
      if (administer(parse(accountSchema, request))) return json({});
      throw new AwsError("NotFound", "There is no such account.", 404);
    },
    "POST /_local/settings": (request) => {
      Object.assign(settings, parse(settingsSchema, request));
      return json(settings);
    },
  };
  return {
    name: "control",
    protocol: "rest-json",
    // It says nothing of CORS, so no page may read it.
    ownCors: true,
    claims: ({ path }) => path.startsWith("/_local/"),
    handle: async (request) => {
      refuseStrangers(request);
      const key = `${request.method} ${request.path}`;
      const route = Object.hasOwn(routes, key) ? routes[key] : undefined;
      if (route === undefined) throw new AwsError("NotFound", `The control API has no ${key}.`, 404);
      return route(request);
    },
  };
}
