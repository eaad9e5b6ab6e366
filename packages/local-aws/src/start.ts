import { setTimeout as delay } from "node:timers/promises";
import { createClock } from "./clock.ts";
import { createUser } from "./cognito-idp/administer.ts";
import type { NewUser } from "./cognito-idp/users.ts";
import { compose, type Internals, type Lasting } from "./compose.ts";
import { createAnswerFaults } from "./control/answer-faults.ts";
import { createInbox } from "./control/inbox.ts";
import { REGION } from "./identifiers.ts";
import type { LocalAwsOptions } from "./options.ts";
import { defaultSettings, type Settings } from "./settings.ts";
import { createStorage } from "./storage/storage.ts";
import { loadCertificate } from "./tls/certificates.ts";
import { openTlsFront, type TlsFront } from "./tls/front.ts";

export interface LocalAws {
  /** http://127.0.0.1:PORT, on a network too. */
  url: string;
  /** The VITE_ values both pages need, VITE_ENCRYPTION_KEY excepted: that one belongs to the pages. */
  env: Record<string, string>;
  /** Moves every expiry, limit and timer of the stand-in forward. */
  clock: { now(): number; advance(ms: number): void };
  /** An administrator's key, for AWS's CLI and SDKs; another one after each start. */
  administrator: { accessKeyId: string; secretAccessKey: string; sessionToken: string };
  /** Live: a change counts from the next request on. */
  settings: Settings;
  /** "none": without coturn, peers must find a direct path. */
  turn: "coturn" | "none";
  /** Where AWS's host names are behind TLS, what clients are to trust (PEM), and its certificate's hash, for Chromium. */
  tls: { port: number; authority: string; spkiSha256: string } | null;
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
  deps: Internals;
}

/**
 * Starts the stand-in for AWS on the loopback interface.
 * @throws LocalAwsError "port-in-use", "data-in-use", "corrupt-data"
 */
export const startLocalAws = async (options: LocalAwsOptions = {}): Promise<LocalAws> =>
  (await startStand(options)).localAws;

const openTls = async ({ tlsPort, dataDirectory }: LocalAwsOptions, port: number): Promise<TlsFront | null> =>
  tlsPort === undefined ? null : openTlsFront(tlsPort, port, await loadCertificate(createStorage(dataDirectory)));

export async function startStand(options: LocalAwsOptions, clock = createClock()): Promise<Stand> {
  const settings: Settings = { ...defaultSettings };
  const answerFaults = createAnswerFaults();
  let changing: Promise<unknown> = Promise.resolve();

  async function begin(downMs: number, port: number): Promise<void> {
    await run.close();
    await delay(downMs);
    run = await compose({ ...options, port }, lasting);
  }
  const lasting: Lasting = {
    clock,
    settings,
    inbox: createInbox(clock),
    answerFaults,
    restart(downMs) {
      // Time for the answer to the request that asked for it.
      changing = changing.then(() => delay(50)).then(() => begin(downMs, run.port));
    },
  };
  let run = await compose(options, lasting);
  const { port, publicUrl, internals } = run;
  const { identifiers, roles } = internals;
  // It outlives restarts, as the port does.
  const tls = await openTls(options, port).catch(async (error: unknown) => {
    await run.close();
    throw error;
  });

  const localAws: LocalAws = {
    url: `http://127.0.0.1:${port}`,
    env: {
      VITE_WEBSOCKET_URL: `${publicUrl.replace(/^http/, "ws")}/ws`,
      VITE_HTTP_API_URL: `${publicUrl}/api`,
      VITE_AWS_REGION: REGION,
      VITE_COGNITO_USER_POOL_ID: identifiers.userPoolId,
      VITE_COGNITO_CLIENT_ID: identifiers.clientId,
      VITE_COGNITO_IDENTITY_POOL_ID: identifiers.identityPoolId,
      VITE_GUEST_ROLE_ARN: roles.guest.arn,
      VITE_LISTENER_URL: options.listenerUrl ?? "http://localhost:5174",
      VITE_AWS_ENDPOINT: publicUrl,
    },
    clock,
    get administrator() {
      const { accessKeyId, secretAccessKey, sessionToken } = run.internals.operatorCredentials;
      return { accessKeyId, secretAccessKey, sessionToken };
    },
    settings,
    turn: run.turn,
    tls,
    createUser: async (user) => createUser(run.internals.userPool, user),
    async close() {
      answerFaults.clear();
      await changing;
      await tls?.close();
      await run.close();
    },
  };
  return {
    localAws,
    get deps() {
      return run.internals;
    },
  };
}
