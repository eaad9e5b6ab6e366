/** The speaker's side: microphone and broadcast. */
export type { AwsCredentials, CredentialsProvider } from "../credentials.ts";
export { createMicrophone, type Microphone, type MicrophoneOptions } from "../microphone/microphone.ts";
export {
  type MicrophoneDevice,
  type MicrophoneEvent,
  type MicrophoneMode,
  type MicrophoneState,
  transitionMicrophone,
} from "../microphone/state.ts";
export { createBroadcast } from "./broadcast.ts";
export type { Broadcast, BroadcastApi, BroadcastOptions } from "./options.ts";
export { type BroadcastEvent, type BroadcastState, type ListenerCounts, transitionBroadcast } from "./state.ts";
