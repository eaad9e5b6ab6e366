import type { AwsCredentials } from "../credentials.ts";
import { createVault, type VaultEnvironment } from "../vault/vault.ts";
import { type Account, createAccount } from "./account.ts";
import { createCognito } from "./cognito.ts";
import { environmentOf, type SpeakerAuthConfiguration, type SpeakerAuthEnvironment } from "./environment.ts";
import { openPendingSignUp } from "./pending-sign-up.ts";
import { createProviderSignIn, type ProviderRequest } from "./provider-sign-in.ts";
import { createSession } from "./session/session.ts";
import { createSessionCalls } from "./session/session-calls.ts";
import { createSessionVault } from "./session/session-vault.ts";
import type { AuthState } from "./session/state.ts";
import { sessionSchema } from "./session/tokens.ts";
import { createSignOut } from "./sign-out.ts";
import { createSigningIn, type SigningIn } from "./signing-in.ts";
import { createSpeakerCredentials } from "./speaker-credentials.ts";
import { createUserPool } from "./user-pool.ts";

/** A speaker's sign-in, tokens and AWS credentials. Methods may be passed around as functions and reject with `AuthError` only. */
export interface SpeakerAuth extends SigningIn {
  getState(): AuthState;
  /** Calls `listener` after every change of state; returns a function that ends that. */
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
   * @throws AuthError `provider-refused`, `sign-up-closed`, `provider-answer-unknown` or a retryable one
   */
  completeProviderSignIn(): Promise<void>;
  /** Of whoever is signed in. */
  readonly account: Account;
  /**
   * Forgets the session here and in this browser's other tabs and has its refresh token revoked. Never rejects.
   *
   * @param managedLoginUrl - somebody who came from another provider is sent there and back, because managed login would
   *   sign them in again for an hour without asking
   */
  signOut(managedLoginUrl?: string): Promise<void>;
  /**
   * Ends every session of this account on every device. Access tokens and credentials already given live on for up to an
   * hour.
   *
   * @param managedLoginUrl - as for `signOut`
   * @throws AuthError `signed-out`, `session-expired` or a retryable one: then the session here goes on
   */
  signOutEverywhere(managedLoginUrl?: string): Promise<void>;
  /**
   * An access token good for another five minutes, if it can be had: for the session API.
   * "fresh": another than before, because that one was refused.
   *
   * @throws AuthError `signed-out`, `session-expired` or a retryable one
   */
  accessToken(fresh?: "fresh"): Promise<string>;
  /**
   * AWS credentials good for another five minutes, if they can be had: for KVS. Callers share one request and its answer.
   * "fresh": others than before, because those were refused.
   *
   * @throws AuthError `signed-out`, `session-expired`, `identity-pool-not-found`, `identity-pool-invalid`,
   *   `speaker-role-refused` or a retryable one
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
  const { clientId, region, awsEndpoint, encryptionKey } = configuration;
  const { timing, send, storage, tabStorage, address, indexedDB, locks, tabs } = environmentOf(environment);
  const name = `lectern.session.${clientId}`;
  const cognito = createCognito(`${awsEndpoint ?? `https://cognito-idp.${region}.amazonaws.com`}/`, clientId, send);
  const calls = createSessionCalls(cognito);
  const openVault = (environment: Omit<VaultEnvironment, "indexedDB">) =>
    createVault(name, sessionSchema, encryptionKey, { ...environment, indexedDB });
  const vault = createSessionVault({
    browser: openVault({ storage }),
    tab: openVault({ storage: tabStorage, sharedKey: "token-vault-of-tabs" }),
  });
  const session = createSession({ name, calls, timing, vault, locks, tabs });
  const credentials = createSpeakerCredentials(configuration, session, timing);
  session.subscribe(credentials.forget);

  let started: Promise<void> | null = null;
  const start = () => {
    started ??= session.restore();
    return started;
  };

  const providers = createProviderSignIn({ clientId, send, address, storage: tabStorage });
  const { signOut, signOutEverywhere, forgetAt } = createSignOut(session, calls, providers.leaveForgotten);
  const signingIn = createSigningIn({
    cognito,
    userPool: createUserPool(configuration),
    pending: openPendingSignUp(`lectern.sign-up.${clientId}`, storage),
    ready: start,
    begin: session.begin,
    newUsername: () => crypto.randomUUID(),
  });

  return {
    getState: session.getState,
    subscribe: session.subscribe,
    start,
    ...signingIn,
    signInWithProvider: providers.leave,
    async completeProviderSignIn() {
      const arrived = await providers.arrive();
      if (arrived !== null) await session.begin(arrived.tokens, arrived.persistence);
    },
    account: createAccount(cognito, session, forgetAt),
    signOut,
    async signOutEverywhere(managedLoginUrl) {
      await start();
      await signOutEverywhere(managedLoginUrl);
    },
    async accessToken(fresh) {
      await start();
      return (await (fresh ? session.refresh() : session.current())).accessToken;
    },
    async credentials(fresh) {
      await start();
      return credentials.get(fresh);
    },
    setClockOffset: (offsetMs) => session.setServerNow(timing.now() + offsetMs),
    close: session.close,
  };
}
