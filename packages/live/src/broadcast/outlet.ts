import type { MicrophoneMode } from "../microphone/state.ts";
import type { ListenerReport, SpeakerFacts } from "../peer/state-channel.ts";

/** The speaker's end of one listener, as far as anybody but its outlet is concerned. */
interface OutletPeer {
  isConnected(): boolean;
  /** No path to it is found. */
  isUnreached(): boolean;
  /** What the listener hears; null while it is not connected. */
  report(): ListenerReport | null;
}

/** A way out to listeners. The broadcast serves a list of them and knows nothing of how one works. */
export interface Outlet {
  /** To every listener, now and to those who come later. */
  say(facts: SpeakerFacts): void;
  /** To every listener from now on. */
  send(track: MediaStreamTrack, mode: MicrophoneMode): Promise<void>;
  peers(): readonly OutletPeer[];
  /** The machine slept or changed networks: connections may be dead without having closed. */
  wake(): void;
  close(): void;
}

export interface OutletEvents {
  /** Listeners can come, from now on or again. */
  onAir(): void;
  /** Nobody new can come. It is tried again. @returns false to give up. */
  onLost(attempt: number, error: unknown): boolean;
  /** A listener is not, or no longer, here. `isStill`: whether that is still so. */
  onGone(clientId: string, reason: "left" | "failed" | "not-admitted", isStill?: () => boolean): void;
  /** A listener came, went, connected or reported. */
  onChange(): void;
}
