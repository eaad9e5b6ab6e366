import { preTokenGeneration } from "@lectern/session-api/handlers";
import { createBackEnd } from "./back-end.ts";
import { createClock } from "./clock.ts";
import { createOpenIdTokens } from "./cognito-identity/open-id-token.ts";
import { createUser, createUserPool } from "./cognito-idp/user-pool.ts";
import type { NewUser } from "./cognito-idp/users.ts";
import { createInbox } from "./control/inbox.ts";
import { countRefusals, createRefusals } from "./control/refusals.ts";
import type { Deps } from "./deps.ts";
import { listen } from "./http/server.ts";
import type { Service } from "./http/service.ts";
import { createAuthenticator } from "./iam/authenticator.ts";
import { createCredentialStore } from "./iam/credential-store.ts";
import { createRoles, roleSession } from "./iam/roles.ts";
import { loadSigningKey } from "./iam/signing-key.ts";
import { ACCOUNT, ENVIRONMENT_NAME, loadIdentifiers, REGION, TABLE_NAME, WEB_SOCKET_API_ID } from "./identifiers.ts";
import { createServices } from "./services.ts";
import { defaultSettings, type Settings } from "./settings.ts";
import { createStorage } from "./storage/storage.ts";

export interface LocalAwsOptions {
  /** Default 9700; 0 = any free port. */
  port?: number;
  /** Accounts, keys and the table survive restarts there. Default: in memory only. */
  dataDirectory?: string;
  /** What links begin with. Default http://localhost:5174. */
  listenerUrl?: string;
  /** "auto" (default): coturn where it is installed. */
  turn?: "auto" | "off";
}

export interface LocalAws {
  /** http://127.0.0.1:PORT */
  url: string;
  /** The VITE_ values both pages need, VITE_ENCRYPTION_KEY excepted: that one belongs to the pages. */
  env: Record<string, string>;
  /** Moves every expiry, limit and timer of the stand-in forward. */
  clock: { now(): number; advance(ms: number): void };
  /** Live: a change counts from the next request on. */
  settings: Settings;
  /** "none": without coturn, peers must find a direct path. */
  turn: "coturn" | "none";
  /**
   * Creates a speaker's account, or gives it this password; `temporary` must be changed at the first sign-in.
   * @throws LocalAwsError "invalid-user" when the e-mail is none, or the password breaks Cognito's default policy.
   */
  createUser(user: NewUser): Promise<{ sub: string }>;
  /** Ends the sockets, the server and what it started. */
  close(): Promise<void>;
}

/** A running stand-in, and what it is made of: tests issue themselves credentials of any role with it. */
export interface Stand {
  localAws: LocalAws;
  deps: Deps;
}

/**
 * Starts the stand-in for AWS on the loopback interface.
 * @throws LocalAwsError "port-in-use", "corrupt-data"
 */
export const startLocalAws = async (options: LocalAwsOptions = {}): Promise<LocalAws> =>
  (await startStand(options)).localAws;

export async function startStand(options: LocalAwsOptions): Promise<Stand> {
  const clock = createClock();
  const settings: Settings = { ...defaultSettings };
  const storage = createStorage(options.dataDirectory);
  const identifiers = loadIdentifiers(storage);
  const deployment = {
    region: REGION,
    account: ACCOUNT,
    environmentName: ENVIRONMENT_NAME,
    identityPoolId: identifiers.identityPoolId,
    tableArn: `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${TABLE_NAME}`,
    webSocketApiArn: `arn:aws:execute-api:${REGION}:${ACCOUNT}:${WEB_SOCKET_API_ID}`,
  };
  const roles = createRoles(deployment);
  const credentials = createCredentialStore(clock);
  const userPool = await createUserPool({ clock, storage, identifiers, preTokenGeneration });
  const openIdTokens = createOpenIdTokens(await loadSigningKey(storage, "identity-pool-key"), clock);
  const server = await listen(options.port ?? 9700, clock);
  const host = `127.0.0.1:${server.port}`;
  const listenerUrl = options.listenerUrl ?? "http://localhost:5174";

  const deps: Deps = {
    url: `http://${host}`,
    clock,
    settings,
    identifiers,
    deployment,
    storage,
    ...(options.dataDirectory !== undefined && { dataDirectory: options.dataDirectory }),
    listenerUrl,
    turn: options.turn ?? "auto",
    authenticator: createAuthenticator({ clock, credentials, region: REGION }),
    credentials,
    roles,
    userPool,
    openIdTokens,
    handlersCredentials: credentials.issue(roleSession(roles.handlers, ACCOUNT, "handlers"), Number.POSITIVE_INFINITY),
  };

  const refusals = createRefusals();
  const services: Service[] = [];
  let backEnd: Awaited<ReturnType<typeof createBackEnd>> | undefined;
  const close = async () => {
    await Promise.all(services.map((service) => service.close?.()));
    await server.close();
    await backEnd?.close();
    clock.close();
  };
  try {
    for (const create of createServices) services.push(await create(deps));
    backEnd = await createBackEnd(deps, refusals, createInbox(clock));
    services.push(...backEnd.services);
  } catch (error) {
    await close();
    throw error;
  }
  server.route(services.map((service) => countRefusals(service, refusals)));
  backEnd.start();

  const localAws: LocalAws = {
    url: deps.url,
    env: {
      VITE_WEBSOCKET_URL: `ws://${host}/ws`,
      VITE_HTTP_API_URL: `http://${host}/api`,
      VITE_AWS_REGION: REGION,
      VITE_COGNITO_USER_POOL_ID: identifiers.userPoolId,
      VITE_COGNITO_CLIENT_ID: identifiers.clientId,
      VITE_COGNITO_IDENTITY_POOL_ID: identifiers.identityPoolId,
      VITE_GUEST_ROLE_ARN: roles.guest.arn,
      VITE_LISTENER_URL: listenerUrl,
      VITE_AWS_ENDPOINT: deps.url,
    },
    clock,
    settings,
    turn: backEnd.turn,
    createUser: async (user) => createUser(userPool, user),
    close,
  };
  return { localAws, deps };
}
