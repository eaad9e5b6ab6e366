import { browserStorage } from "../browser-storage.ts";
import type { Configuration } from "../configuration/configuration.ts";
import type { AwsCredentials } from "../credentials.ts";
import { AuthError, isRetryable } from "../errors.ts";
import { browserClocks } from "../stopwatch.ts";
import { createVault, type VaultEnvironment } from "../vault/vault.ts";
import { type Account, createAccount } from "./account.ts";
import { createCognito } from "./cognito.ts";
import type { SpeakerAuthEnvironment } from "./environment.ts";
import { createKeeping } from "./keeping.ts";
import { rememberPendingSignUp } from "./pending-sign-up.ts";
import { createProviderSignIn, type PageAddress, type ProviderRequest } from "./provider-sign-in.ts";
import { createSession } from "./session.ts";
import { createSessionCalls } from "./session-calls.ts";
import { createSigningIn, type SigningIn } from "./signing-in.ts";
import { createSpeakerCredentials } from "./speaker-credentials.ts";
import type { AuthState } from "./state.ts";
import { providerOf, sessionSchema, type Tokens } from "./tokens.ts";
import { createUserPool } from "./user-pool.ts";

/** What signing in needs of the page's configuration. */
export type SpeakerAuthConfiguration = Pick<
  Configuration,
  "region" | "encryptionKey" | "userPoolId" | "clientId" | "identityPoolId" | "awsEndpoint"
>;

/** A speaker's sign-in, tokens and AWS credentials. Methods may be passed around as functions and reject with `AuthError` only. */
export interface SpeakerAuth extends SigningIn {
  getState(): AuthState;
  /** Called after every change of state; gives back how to stop that. */
  subscribe(listener: () => void): () => void;
  /** Looks for a kept session, refreshing it if need be. Never rejects. The other methods start by themselves. */
  start(): Promise<void>;
  /**
   * Leaves the page for another provider, through the User Pool's managed login. Back on the page,
   * `completeProviderSignIn` goes on.
   *
   * @throws AuthError `storage-needed`
   */
  signInWithProvider(request: ProviderRequest): Promise<void>;
  /**
   * Signs in who comes back from another provider; does nothing for anybody else. To be called before `start()`.
   *
   * @throws AuthError `provider-refused`, `provider-answer-unknown` or a passing one
   */
  completeProviderSignIn(): Promise<void>;
  /** The account of who is signed in. */
  readonly account: Account;
  /**
   * Forgets the session here and in this browser's other tabs and has its refresh token revoked. Never rejects.
   *
   * @param managedLoginUrl - who came from another provider leaves the page for it and comes back: it would let them in
   *   again for an hour without a question
   */
  signOut(managedLoginUrl?: string): Promise<void>;
  /**
   * Ends every session of this account on every device. Access tokens and credentials already given live on for up to an
   * hour.
   *
   * @param managedLoginUrl - as for `signOut`
   * @throws AuthError `signed-out`, `session-expired` or a passing one: then the session here goes on
   */
  signOutEverywhere(managedLoginUrl?: string): Promise<void>;
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
  const cognito = createCognito(`${awsEndpoint ?? `https://cognito-idp.${region}.amazonaws.com`}/`, clientId, send);
  const calls = createSessionCalls(cognito);
  const storage = environment.storage ?? browserStorage("localStorage");
  const tabStorage = environment.tabStorage ?? browserStorage("sessionStorage");
  const openVault = (where: VaultEnvironment["storage"]) =>
    createVault(name, sessionSchema, configuration.encryptionKey, {
      storage: where,
      indexedDB: environment.indexedDB ?? globalThis.indexedDB,
    });
  const session = createSession({
    name,
    calls,
    clocks,
    vault: createKeeping({
      browser: openVault(storage),
      tab: openVault(tabStorage),
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
  const start = () => {
    started ??= session.restore();
    return started;
  };

  const address = environment.address ?? windowAddress;
  const providers = createProviderSignIn({ clientId, send, address, storage: tabStorage });
  const signingIn = createSigningIn({
    cognito,
    userPool: createUserPool(configuration),
    pending: rememberPendingSignUp(`lectern.sign-up.${clientId}`, storage),
    ready: start,
    begin: session.begin,
    newUsername: () => crypto.randomUUID(),
  });

  function forgetAt(managedLoginUrl: string | undefined, ended: Tokens | null): void {
    if (ended === null || managedLoginUrl === undefined || providerOf(ended.idToken) === null) return;
    providers.leaveForgotten(managedLoginUrl);
  }

  return {
    getState: session.getState,
    subscribe: session.subscribe,
    start,
    ...signingIn,
    signInWithProvider: providers.leave,
    async completeProviderSignIn() {
      const arrived = await providers.arrive();
      if (arrived !== null) await session.begin(arrived.tokens, arrived.keep);
    },
    account: createAccount(cognito, session, forgetAt),
    async signOut(managedLoginUrl) {
      const ended = session.end("signed-out");
      if (ended === null) return;
      try {
        await calls.revoke(ended.refreshToken);
      } catch (error) {
        // Here everything is forgotten already. Where AWS is out of reach, so is its page.
        if (error instanceof AuthError && isRetryable(error.code)) return;
      }
      forgetAt(managedLoginUrl, ended);
    },
    async signOutEverywhere(managedLoginUrl) {
      await start();
      const { accessToken } = await session.current();
      await calls.signOutEverywhere(accessToken).catch(async (error: unknown) => {
        if (!(error instanceof AuthError) || error.code !== "session-expired") throw error;
        // Perhaps only the token ended, by a clock we misjudged; a session that is over is told by the refresh.
        await calls.signOutEverywhere((await session.refresh()).accessToken);
      });
      forgetAt(managedLoginUrl, session.end("signed-out"));
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

const windowAddress: PageAddress = {
  href: () => window.location.href,
  go: (url) => window.location.assign(url),
  replace: (url) => window.history.replaceState(null, "", url),
};

const browserChannels = () =>
  typeof BroadcastChannel === "undefined" ? undefined : (name: string) => new BroadcastChannel(name);
