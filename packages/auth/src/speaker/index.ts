export type { AwsCredentials } from "../credentials.ts";
export type { Account, AccountDetails } from "./account.ts";
export type { AuthenticatorKey } from "./authenticator.ts";
export type { SpeakerAuthEnvironment } from "./environment.ts";
export type { PageAddress, ProviderRequest } from "./provider-sign-in.ts";
export type { Credentials, SigningIn } from "./signing-in.ts";
export { createSpeakerAuth, type SpeakerAuth, type SpeakerAuthConfiguration } from "./speaker-auth.ts";
export type { AuthState, Keep, SecondFactor, SignedOutReason, SignInStep } from "./state.ts";
