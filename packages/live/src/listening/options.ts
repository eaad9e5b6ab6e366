import type { Readable } from "@lectern/primitives";
import type { CredentialsProvider } from "../credentials.ts";
import type { LiveEnvironment } from "../environment.ts";
import type { Buffering } from "./buffering.ts";
import type { ListeningState } from "./view.ts";

export interface ListeningOptions {
  /** The session's code, as in its link. */
  code: string;
  httpApiUrl: string;
  webSocketUrl: string;
  region: string;
  /** Set on a laptop only: everything of AWS is at this one URL, and no STUN server of AWS's is used. */
  awsEndpoint?: string | undefined;
  /** A guest's credentials. */
  credentials: CredentialsProvider;
  /** Whether a rejection of `credentials()` is worth another try; auth's own `isRetryable` fits. Default: yes for codes "network", "throttled" and "unavailable" and for fetch's TypeError. */
  isRetryable?: (error: unknown) => boolean;
  /** "relay" allows the way through TURN only. Default "all". */
  iceTransportPolicy?: RTCIceTransportPolicy;
  /** Default "low-delay". */
  buffering?: Buffering;
  environment?: Partial<LiveEnvironment>;
}

/** One listener of one session. Commands never throw; the state says what happened. */
export interface Listening extends Readable<ListeningState> {
  /** Looks the session up and prepares everything up to the tap. Also tries again after "not-found" and "failed". */
  start(): void;
  /** The tap: call it synchronously in the event handler. Unmutes and plays, or arms playback until sound is there. */
  listen(): void;
  /** Silence, and the seat goes back. `listen()` takes a new one. */
  stop(): void;
  /** 0..1, of the attached element. 0 counts as turned down. */
  setVolume(volume: number): void;
  /** From now on, for what plays and for what will. Nothing happens in a browser where `canBuffer()` is false. */
  setBuffering(buffering: Buffering): void;
  /** The page's one audio element, kept for the page's life. Call before `listen()`; again with the same element is harmless. */
  attach(audio: HTMLAudioElement): void;
  /** 0..1: how loud what is heard right now is (before volume). 0 while nothing plays. */
  level(): number;
  /** From the speaker's mouth to the listener's ear, ms; null while nothing is heard. Changes once a second. */
  delay: Readable<number | null>;
  /** Epoch ms by the session API's clock; this machine's until it has said the time. */
  serverNow(): number;
  /** Leaves for good. */
  close(): void;
}
