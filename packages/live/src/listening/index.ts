/** The listener's side: receive only, no AWS SDK in the page. */
export type { AwsCredentials, CredentialsProvider } from "../credentials.ts";
export { type Buffering, canBuffer } from "./buffering.ts";
export { createListening } from "./listening.ts";
export type { Listening, ListeningOptions } from "./options.ts";
export type { ListeningState } from "./view.ts";
