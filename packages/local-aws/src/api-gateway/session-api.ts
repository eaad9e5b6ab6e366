import { setTimeout as delay } from "node:timers/promises";
import { MINUTE_MS } from "@lectern/primitives";
import { createHandlers, type Handlers } from "@lectern/session-api/handlers";
import { PASSWORD_POLICY } from "../cognito-idp/password-policy.ts";
import type { RoleStore } from "../iam/roles.ts";
import { trustsLambda } from "../iam/trust.ts";
import { ENVIRONMENT_NAME, REGION, TABLE_NAME } from "../identifiers.ts";
import { managedLoginUrl } from "../managed-login/service.ts";
import type { Settings } from "../settings.ts";
import { createAwsClients } from "./aws-clients.ts";
import { createSessionFunctions, type SessionFunctions, type SessionFunctionsOptions } from "./session-functions.ts";

const REAP_EVERY_MS = MINUTE_MS;

export interface SessionApi {
  handlers: Handlers;
  /** Begins to call the reaper; ended by `close`. */
  startReaper(): void;
  /** Called when the server and its sockets are closed. Resolves once the last invocation has ended. */
  close(): Promise<void>;
}

/** Runs the functions only while Lambda may assume their role; `ended` resolves when none runs any more. */
function underRole({ http, webSocket, reap, endAll }: Handlers, { handlers: role }: RoleStore) {
  const running = new Set<Promise<unknown>>();
  const assumeThen = async <T>(run: () => Promise<T>): Promise<T> => {
    if (!trustsLambda(role.trust)) throw new Error(`Lambda was unable to assume ${role.name}.`);
    const invocation = run();
    running.add(invocation);
    try {
      return await invocation;
    } finally {
      running.delete(invocation);
    }
  };
  const handlers: Handlers = {
    http: (event) => assumeThen(() => http(event)),
    webSocket: (event) => assumeThen(() => webSocket(event)),
    reap: () => assumeThen(reap),
    endAll: () => assumeThen(endAll),
  };
  return { handlers, ended: () => Promise.allSettled(running) };
}

export interface SessionApiOptions extends SessionFunctionsOptions {
  /** What browsers call it. */
  publicUrl: string;
  settings: Settings;
  roles: RoleStore;
  /** What is run in the place of the handlers. */
  functions: SessionFunctions | undefined;
}

/** The real session API, on this stand-in for AWS. */
export function createSessionApi(options: SessionApiOptions): SessionApi {
  const { url, publicUrl, jwksUri, clock, settings, identifiers, roles, credentials, functions } = options;
  const clients = createAwsClients(url, clock, credentials);
  const inProcess = createHandlers({
    now: clock.now,
    delay,
    environmentName: ENVIRONMENT_NAME,
    tableName: TABLE_NAME,
    region: REGION,
    userPoolId: identifiers.userPoolId,
    clientId: identifiers.clientId,
    version: "local",
    dynamodb: clients.dynamodb,
    kinesisVideo: clients.kinesisVideo,
    connections: clients.connections,
    webSocketEndpoint: `${url}/ws`,
    jwksUri,
    get config() {
      return {
        signUp: settings.selfSignUp ? ("open" as const) : ("closed" as const),
        passwordPolicy: PASSWORD_POLICY,
        providers: [...settings.providers],
        managedLoginUrl: managedLoginUrl(publicUrl),
        secondFactor: settings.secondFactor,
        sms: settings.sms,
      };
    },
  });

  const { handlers, ended } = underRole(functions ? createSessionFunctions(options, functions) : inProcess, roles);

  let reaping = false;
  const reap = async () => {
    // When the clock is moved by an hour, sixty runs are due at once; AWS's schedule has them one after the other.
    if (reaping) return;
    reaping = true;
    try {
      await handlers.reap();
    } catch (error) {
      console.error("local-aws: the session API's reaper failed", error);
    } finally {
      reaping = false;
    }
  };
  let stopReaper = () => {};
  return {
    handlers,
    startReaper() {
      stopReaper = clock.every(REAP_EVERY_MS, () => void reap());
    },
    async close() {
      stopReaper();
      await ended();
      clients.destroy();
    },
  };
}
