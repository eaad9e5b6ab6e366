/** The speaker's side: microphone and broadcast. */
export type { AwsCredentials, CredentialsProvider } from "../credentials.ts";
export { createMicrophone, type Microphone, type MicrophoneOptions } from "../microphone/microphone.ts";
export {
  isReplaced,
  type MicrophoneDevice,
  type MicrophoneMode,
  type MicrophoneState,
} from "../microphone/state.ts";
export { createBroadcast } from "./broadcast.ts";
export type { ListenerCounts } from "./facts.ts";
export type { Broadcast, BroadcastApi, BroadcastOptions } from "./options.ts";
export type { BroadcastState } from "./view.ts";
