import { createHandlers, type Handlers } from "@lectern/session-api/handlers";
import { PASSWORD_POLICY } from "../cognito-idp/password-policy.ts";
import type { Deps } from "../deps.ts";
import type { RoleStore } from "../iam/roles.ts";
import { trustsLambda } from "../iam/trust.ts";
import { ENVIRONMENT_NAME, REGION, TABLE_NAME } from "../identifiers.ts";
import { managedLoginUrl } from "../managed-login/service.ts";
import { createAwsClients } from "./aws-clients.ts";
import { createSessionFunctions } from "./session-functions.ts";

const REAP_EVERY_MS = 60_000;

export interface SessionApi {
  handlers: Handlers;
  /** Begins to call the reaper; ended by `close`. */
  startReaper(): void;
  close(): void;
}

/** Where the User Pool's public keys are. */
export const jwksUri = ({ url, identifiers }: Pick<Deps, "url" | "identifiers">): string =>
  `${url}/${identifiers.userPoolId}/.well-known/jwks.json`;

/** Runs the functions only while Lambda may take their role. */
function assumed({ http, webSocket, reap, endAll }: Handlers, { handlers: role }: RoleStore): Handlers {
  const first = async <T>(run: () => Promise<T>): Promise<T> => {
    if (trustsLambda(role.trust)) return run();
    throw new Error(`Lambda was unable to assume ${role.name}.`);
  };
  return {
    http: (event) => first(() => http(event)),
    webSocket: (event) => first(() => webSocket(event)),
    reap: () => first(reap),
    endAll: () => first(endAll),
  };
}

/** The real session API, given this stand-in for the AWS it runs on. */
export function createSessionApi(deps: Deps): SessionApi {
  const { url, publicUrl, clock, settings, identifiers, handlersCredentials } = deps;
  const clients = createAwsClients(url, clock, handlersCredentials);
  const inProcess = createHandlers({
    now: clock.now,
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
    jwksUri: jwksUri(deps),
    get config() {
      return {
        signUp: settings.selfSignUp ? ("open" as const) : ("closed" as const),
        passwordPolicy: PASSWORD_POLICY,
        providers: [...settings.providers],
        managedLoginUrl: managedLoginUrl(publicUrl),
        secondFactor: settings.secondFactor,
      };
    },
  });

  const handlers = assumed(deps.functions ? createSessionFunctions(deps, deps.functions) : inProcess, deps.roles);

  let reaping = false;
  const reap = async () => {
    // A clock moved by an hour would start sixty at once; on AWS the schedule has one going at a time.
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
    close() {
      stopReaper();
      clients.destroy();
    },
  };
}
