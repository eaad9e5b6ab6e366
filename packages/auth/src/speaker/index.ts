export type { AwsCredentials } from "../credentials.ts";
export type { SpeakerAuthEnvironment } from "./environment.ts";
export { createSpeakerAuth, type SpeakerAuth, type SpeakerAuthConfiguration } from "./speaker-auth.ts";
export type { AuthState, SignedOutReason, SignInStep } from "./state.ts";
