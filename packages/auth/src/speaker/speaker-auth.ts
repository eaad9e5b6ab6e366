import { browserStorage } from "../browser-storage.ts";
import type { Configuration } from "../configuration/configuration.ts";
import type { AwsCredentials } from "../credentials.ts";
import { AuthError } from "../errors.ts";
import { browserClocks } from "../stopwatch.ts";
import { createVault } from "../vault/vault.ts";
import type { SpeakerAuthEnvironment } from "./environment.ts";
import { createSession } from "./session.ts";
import { createSessionCalls } from "./session-calls.ts";
import { createSpeakerCredentials } from "./speaker-credentials.ts";
import type { AuthState, SignInStep } from "./state.ts";
import { sessionSchema } from "./tokens.ts";
import { createUserPool, type UserPoolAnswer } from "./user-pool.ts";

/** What signing in needs of the page's configuration. */
export type SpeakerAuthConfiguration = Pick<
  Configuration,
  "region" | "encryptionKey" | "userPoolId" | "clientId" | "identityPoolId" | "awsEndpoint"
>;

/** A speaker's sign-in, tokens and AWS credentials. Methods may be passed around as functions and reject with `AuthError` only. */
export interface SpeakerAuth {
  getState(): AuthState;
  /** Called after every change of state; gives back how to stop that. */
  subscribe(listener: () => void): () => void;
  /** Looks for a kept session, refreshing it if need be. Never rejects. The other methods start by themselves. */
  start(): Promise<void>;
  /**
   * @throws AuthError `wrong-credentials`, `not-confirmed`, `password-reset-required`, `challenge-not-supported`,
   *   `too-many-attempts`, `sign-in-refused`, `user-pool-not-found`, `user-pool-invalid`, `clock-wrong` or a passing one
   */
  signIn(credentials: { email: string; password: string }): Promise<SignInStep>;
  /**
   * Answers the step `new-password`. After `password-policy` and `attributes-refused` it may be answered again.
   *
   * @throws AuthError those two, `challenge-expired`, and those of `signIn`
   */
  answerNewPassword(password: string, attributes?: Record<string, string>): Promise<SignInStep>;
  /** Forgets the session here and in this browser's other tabs and has its refresh token revoked. Never rejects. */
  signOut(): Promise<void>;
  /**
   * Ends every session of this account on every device. Access tokens and credentials already given live on for up to an
   * hour.
   *
   * @throws AuthError `signed-out`, `session-expired` or a passing one: then the session here goes on
   */
  signOutEverywhere(): Promise<void>;
  /**
   * An access token good for another five minutes, if it can be had: for the session API.
   * "fresh": another than before, because that one was refused.
   *
   * @throws AuthError `signed-out`, `session-expired` or a passing one
   */
  accessToken(fresh?: "fresh"): Promise<string>;
  /**
   * AWS credentials good for another five minutes, if they can be had: for KVS. Callers share one request and its answer.
   * "fresh": others than before, because those were refused.
   *
   * @throws AuthError `signed-out`, `session-expired`, `identity-pool-not-found`, `identity-pool-invalid`,
   *   `speaker-role-refused` or a passing one
   */
  credentials(fresh?: "fresh"): Promise<AwsCredentials>;
  /**
   * Server time − this device's time (ms), whenever something trustworthy tells it, such as the session API's
   * `serverTime`. Without it server time is reckoned from the tokens' issue.
   */
  setClockOffset(offsetMs: number): void;
  /** Stops timers and listening to other tabs; the session stays kept. */
  close(): void;
}

/**
 * One for each page. Tokens are kept as ciphertext in localStorage (design §3) and refreshed five minutes before they
 * end, once for all tabs; where storage is forbidden, the session lives as long as the page. A device clock that is
 * wrong by hours, or set meanwhile, changes nothing.
 *
 * Bundlers must define `global` as `globalThis` for amazon-cognito-identity-js.
 */
export function createSpeakerAuth(
  configuration: SpeakerAuthConfiguration,
  environment: SpeakerAuthEnvironment = {},
): SpeakerAuth {
  const { clientId, region, awsEndpoint } = configuration;
  const name = `lectern.session.${clientId}`;
  const clocks = {
    now: environment.now ?? browserClocks.now,
    monotonic: environment.monotonic ?? browserClocks.monotonic,
  };
  const send: typeof fetch = environment.fetch ?? ((input, init) => globalThis.fetch(input, init));
  const userPool = createUserPool(configuration);
  const calls = createSessionCalls(`${awsEndpoint ?? `https://cognito-idp.${region}.amazonaws.com`}/`, clientId, send);
  const session = createSession({
    name,
    calls,
    clocks,
    vault: createVault(name, sessionSchema, configuration.encryptionKey, {
      storage: environment.storage ?? browserStorage(),
      indexedDB: environment.indexedDB ?? globalThis.indexedDB,
    }),
    random: environment.random ?? Math.random,
    locks: environment.locks ?? globalThis.navigator?.locks,
    tabs: {
      openChannel: environment.openChannel ?? browserChannels(),
      storageEvents: environment.storageEvents ?? globalThis.window,
    },
  });
  const credentials = createSpeakerCredentials(configuration, session, clocks);
  session.subscribe(credentials.forget);

  let started: Promise<void> | null = null;
  let question: Extract<UserPoolAnswer, { next: "new-password" }> | null = null;
  const start = () => {
    started ??= session.restore();
    return started;
  };

  async function take(answer: UserPoolAnswer): Promise<SignInStep> {
    if (answer.next === "new-password") {
      question = answer;
      return { next: "new-password", requiredAttributes: answer.requiredAttributes };
    }
    question = null;
    await session.begin(answer.tokens);
    return { next: "signed-in" };
  }

  return {
    getState: session.getState,
    subscribe: session.subscribe,
    start,
    async signIn({ email, password }) {
      await start();
      question = null;
      return take(await userPool.authenticate(email.trim(), password));
    },
    async answerNewPassword(password, attributes = {}) {
      if (question === null) throw new AuthError("challenge-expired", "No new password is asked for.");
      return take(await question.answer(password, attributes));
    },
    async signOut() {
      question = null;
      const ended = session.end("signed-out");
      // Best effort: here everything is forgotten already.
      if (ended !== null) await calls.revoke(ended.refreshToken).catch(() => {});
    },
    async signOutEverywhere() {
      await start();
      const { accessToken } = await session.current();
      await calls.signOutEverywhere(accessToken).catch(async (error: unknown) => {
        if (!(error instanceof AuthError) || error.code !== "session-expired") throw error;
        // Perhaps only the token ended, by a clock we misjudged; a session that is over is told by the refresh.
        await calls.signOutEverywhere((await session.refresh()).accessToken);
      });
      session.end("signed-out");
    },
    async accessToken(fresh) {
      await start();
      return (await (fresh ? session.refresh() : session.current())).accessToken;
    },
    async credentials(fresh) {
      await start();
      return credentials.get(fresh);
    },
    setClockOffset: (offsetMs) => session.setServerNow(clocks.now() + offsetMs),
    close: session.close,
  };
}

const browserChannels = () =>
  typeof BroadcastChannel === "undefined" ? undefined : (name: string) => new BroadcastChannel(name);
