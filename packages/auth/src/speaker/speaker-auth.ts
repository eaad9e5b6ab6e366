import type { Configuration } from "../configuration/configuration.ts";
import type { AwsCredentials } from "../credentials.ts";
import { AuthError } from "../errors.ts";
import type { SpeakerAuthEnvironment } from "./environment.ts";
import type { AuthState, SignInStep } from "./state.ts";

export type SpeakerAuthConfiguration = Pick<
  Configuration,
  "region" | "encryptionKey" | "userPoolId" | "clientId" | "identityPoolId" | "awsEndpoint"
>;

/** A speaker's sign-in, its tokens and AWS credentials. Every method may be passed around as a function. Rejections are {@link AuthError}s. */
export interface SpeakerAuth {
  getState(): AuthState;
  subscribe(listener: () => void): () => void;
  /** Looks for a kept session. Never rejects; call once. */
  start(): Promise<void>;
  signIn(credentials: { email: string; password: string }): Promise<SignInStep>;
  answerNewPassword(password: string, attributes?: Record<string, string>): Promise<SignInStep>;
  /** Forgets the session here and in this browser's other tabs and has its refresh token revoked. Never rejects. */
  signOut(): Promise<void>;
  /** Ends every session of this account on every device. Tokens and credentials already given live on for up to an hour. */
  signOutEverywhere(): Promise<void>;
  /** An access token good for another five minutes, if it can be had. For the session API. */
  accessToken(): Promise<string>;
  /** AWS credentials good for another five minutes. For KVS. */
  credentials(): Promise<AwsCredentials>;
  /** Server time − this device's time, ms, once something trustworthy told (the session API's `serverTime`). */
  setClockOffset(offsetMs: number): void;
  /** Stops timers and listening to other tabs; the session stays. */
  close(): void;
}

export function createSpeakerAuth(
  _configuration: SpeakerAuthConfiguration,
  _environment: SpeakerAuthEnvironment = {},
): SpeakerAuth {
  const notYet = () => Promise.reject(new AuthError("unavailable", "Not written yet."));
  return {
    getState: () => ({ status: "signed-out" }),
    subscribe: () => () => {},
    start: () => Promise.resolve(),
    signIn: notYet,
    answerNewPassword: notYet,
    signOut: notYet,
    signOutEverywhere: notYet,
    accessToken: notYet,
    credentials: notYet,
    setClockOffset: () => {},
    close: () => {},
  };
}
