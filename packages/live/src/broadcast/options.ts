import type { Readable } from "@lectern/primitives";
import type { PatchSession, Session } from "@lectern/session-api/contract";
import type { CredentialsProvider } from "../credentials.ts";
import type { LiveEnvironment } from "../environment.ts";
import type { Microphone } from "../microphone/microphone.ts";
import type { BroadcastState } from "./view.ts";

/** What a broadcast asks of the session API; `createSessionApi` of session-api/client gives it. */
export interface BroadcastApi {
  patchSession(code: string, patch: PatchSession): Promise<Session>;
}

export interface BroadcastOptions {
  api: BroadcastApi;
  /** The session to host. */
  code: string;
  /** As the API gave it, so the state holds it from the beginning. Optional. */
  session?: Session;
  webSocketUrl: string;
  region: string;
  /** Set on a laptop only: no STUN server of AWS's is used. */
  awsEndpoint?: string | undefined;
  /** The User Pool's access token. */
  accessToken: (fresh?: "fresh") => Promise<string>;
  /** Told the session API's time (epoch ms, of this very moment) with each snapshot. */
  onServerTime?: (serverTime: number) => void;
  /** The speaker's AWS credentials. */
  credentials: CredentialsProvider;
  /** Whether a rejection of `credentials()` or `accessToken()` is worth another try; auth's own `isRetryable` fits. Default: yes for codes "network", "throttled" and "unavailable" and for fetch's TypeError. */
  isRetryable?: (error: unknown) => boolean;
  /** Where the track comes from; a change of microphone or mode reaches all listeners by itself. */
  microphone: Pick<Microphone, "getState" | "subscribe" | "track">;
  /** "relay" allows the way through TURN only. Default "all". */
  iceTransportPolicy?: RTCIceTransportPolicy;
  environment?: Partial<LiveEnvironment>;
}

/** One speaker's broadcast. Commands never throw; the state says what happened. */
export interface Broadcast extends Readable<BroadcastState> {
  /** Hosts the session and goes on air. Needs an open microphone: "microphone-not-open" otherwise. */
  goLive(): void;
  /** Silence for everyone, until `unmute()`; kept across a change of microphone. */
  mute(): void;
  unmute(): void;
  /** Silence, and the session says "paused" to everyone who looks. */
  pause(): void;
  resume(): void;
  /** Ends the session for everyone: nothing is sent from now on, and the API is told until it knows. */
  end(): void;
  /** Takes the session from the page that hosts it. In "displaced", and in "failed" with "already-hosted". */
  takeOver(): void;
  /** Epoch ms of the server; of this device until the server has told its time. */
  serverNow(): number;
  /** Stops sending and frees everything without ending the session. */
  close(): void;
}
