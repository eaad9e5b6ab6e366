import { setTimeout as delay } from "node:timers/promises";
import { preTokenGeneration } from "@lectern/session-api/handlers";
import { operator } from "./administration/operator.ts";
import type { SessionFunctions } from "./api-gateway/session-functions.ts";
import { type BackEnd, createBackEnd } from "./back-end.ts";
import { createClock, type MovableClock } from "./clock.ts";
import { createIdentities } from "./cognito-identity/identities.ts";
import { createOpenIdTokens } from "./cognito-identity/open-id-token.ts";
import { createUser } from "./cognito-idp/administer.ts";
import { createUserPool } from "./cognito-idp/user-pool.ts";
import type { NewUser } from "./cognito-idp/users.ts";
import { createInbox, type Inbox } from "./control/inbox.ts";
import { createInterference, type Interference, interfered } from "./control/interference.ts";
import type { Deps } from "./deps.ts";
import { listen } from "./http/server.ts";
import type { Service } from "./http/service.ts";
import { createAuthenticator } from "./iam/authenticator.ts";
import { createCredentialStore } from "./iam/credential-store.ts";
import { createRoles, roleSession } from "./iam/roles.ts";
import { loadSigningKey } from "./iam/signing-key.ts";
import { ACCOUNT, ENVIRONMENT_NAME, loadIdentifiers, REGION, TABLE_NAME, WEB_SOCKET_API_ID } from "./identifiers.ts";
import { createRefusals } from "./refusals.ts";
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
  /** Where the speaker's page is: managed login sends people back there. Default http://localhost:5173. */
  speakerUrl?: string;
  /** "auto" (default): coturn where it is installed. */
  turn?: "auto" | "off";
  /**
   * Other devices may come too: `url` is the origin they know, at which something hands on requests with their Host, and
   * `address` this machine's own among them, for TURN. Default: this machine alone.
   */
  network?: { url: string; address: string };
  /**
   * What endpoints of channels are called: "local" (default) by this port, "aws" by AWS's host names, for pages built for
   * AWS in a browser that is told to find those hosts here, TLS taken off on the way.
   */
  hosts?: "local" | "aws";
  /** The session API's functions as they are deployed, each invocation a cold start; default: its handlers, in this process. */
  functions?: SessionFunctions;
}

export interface LocalAws {
  /** http://127.0.0.1:PORT, on a network too. */
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

/** What a restart does not end: time, what testers have set, and mail that has been sent. */
interface Lasting {
  clock: MovableClock;
  settings: Settings;
  inbox: Inbox;
  interference: Interference;
  restart(downMs: number): void;
}

interface Run {
  port: number;
  deps: Deps;
  turn: "coturn" | "none";
  close(): Promise<void>;
}

async function startRun(options: LocalAwsOptions, lasting: Lasting): Promise<Run> {
  const { clock, settings, inbox, interference, restart } = lasting;
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
  const roles = createRoles(deployment, settings);
  const credentials = createCredentialStore(clock);
  const userPool = await createUserPool({ clock, settings, inbox, storage, identifiers, preTokenGeneration });
  const openIdTokens = createOpenIdTokens(await loadSigningKey(storage, "identity-pool-key"), clock);
  const refusals = createRefusals();
  const server = await listen(options.port ?? 9700, clock, refusals);

  const deps: Deps = {
    url: `http://127.0.0.1:${server.port}`,
    publicUrl: options.network?.url ?? `http://127.0.0.1:${server.port}`,
    address: options.network?.address ?? "127.0.0.1",
    clock,
    settings,
    identifiers,
    deployment,
    storage,
    ...(options.dataDirectory !== undefined && { dataDirectory: options.dataDirectory }),
    listenerUrl: options.listenerUrl ?? "http://localhost:5174",
    speakerUrl: options.speakerUrl ?? "http://localhost:5173",
    outsideKey: await loadSigningKey(storage, "outside-provider-key"),
    turn: options.turn ?? "auto",
    hosts: options.hosts ?? "local",
    ...(options.functions && { functions: options.functions }),
    authenticator: createAuthenticator({ clock, credentials, region: REGION, isWithdrawn: roles.isWithdrawn }),
    credentials,
    roles,
    userPool,
    identities: createIdentities(storage),
    openIdTokens,
    handlersCredentials: credentials.issue(roleSession(roles.handlers, ACCOUNT, "handlers"), Number.POSITIVE_INFINITY),
    operatorCredentials: credentials.issue(operator, Number.POSITIVE_INFINITY),
  };

  const services: Service[] = [];
  let backEnd: BackEnd | undefined;
  const close = async () => {
    await Promise.all(services.map((service) => service.close?.()));
    await server.close();
    await backEnd?.close();
    clock.clear();
  };
  try {
    services.push(...createServices(deps));
    backEnd = await createBackEnd(deps, { refusals, inbox, interference, restart });
    services.push(...backEnd.services);
  } catch (error) {
    await close();
    throw error;
  }
  server.route(services.map((service) => interfered(service, interference)));
  backEnd.start();
  return { port: server.port, deps, turn: backEnd.turn, close };
}

export async function startStand(options: LocalAwsOptions, clock = createClock()): Promise<Stand> {
  const settings: Settings = { ...defaultSettings };
  const interference = createInterference();
  let changing: Promise<unknown> = Promise.resolve();

  async function begin(downMs: number, port: number): Promise<void> {
    await run.close();
    await delay(downMs);
    run = await startRun({ ...options, port }, lasting);
  }
  const lasting: Lasting = {
    clock,
    settings,
    inbox: createInbox(clock),
    interference,
    restart(downMs) {
      // The answer to whoever asked for it leaves first.
      changing = changing.then(() => delay(50)).then(() => begin(downMs, run.port));
    },
  };
  let run = await startRun(options, lasting);
  const { url, publicUrl, identifiers, roles, listenerUrl } = run.deps;

  const localAws: LocalAws = {
    url,
    env: {
      VITE_WEBSOCKET_URL: `${publicUrl.replace(/^http/, "ws")}/ws`,
      VITE_HTTP_API_URL: `${publicUrl}/api`,
      VITE_AWS_REGION: REGION,
      VITE_COGNITO_USER_POOL_ID: identifiers.userPoolId,
      VITE_COGNITO_CLIENT_ID: identifiers.clientId,
      VITE_COGNITO_IDENTITY_POOL_ID: identifiers.identityPoolId,
      VITE_GUEST_ROLE_ARN: roles.guest.arn,
      VITE_LISTENER_URL: listenerUrl,
      VITE_AWS_ENDPOINT: publicUrl,
    },
    clock,
    settings,
    turn: run.turn,
    createUser: async (user) => createUser(run.deps.userPool, user),
    async close() {
      interference.clear();
      await changing;
      await run.close();
    },
  };
  return {
    localAws,
    get deps() {
      return run.deps;
    },
  };
}
