import type { LiveEnvironment } from "../environment.ts";
import { readPath } from "./path.ts";

/** The description is sent after this even if TURN has not answered; later candidates are sent one by one (design §1.3). */
const LONGEST_MS = 300;
/** Once a candidate that is not a relay is known, others are waited for this long: a join must not wait for TURN. */
const SIBLINGS_MS = 5;

export interface Gathering {
  /** Resolves when the local description should be sent; until then candidates are not passed on. Call right before setLocalDescription. */
  ready(): Promise<void>;
  close(): void;
}

/** Decides when a description has enough candidates to be sent, and passes later ones to `send`. */
export function watchGathering(
  peer: RTCPeerConnection,
  send: (candidate: RTCIceCandidateInit) => void,
  { setTimer, note }: Pick<LiveEnvironment, "setTimer" | "note">,
): Gathering {
  let finish: (() => void) | null = null;
  let timers: (() => void)[] = [];

  const soon = () => timers.push(setTimer(() => finish?.(), SIBLINGS_MS));
  const suffices = (candidate: RTCIceCandidate) =>
    candidate.type !== "relay" || peer.getConfiguration().iceTransportPolicy === "relay";

  const onCandidate = ({ candidate }: RTCPeerConnectionIceEvent) => {
    if (!candidate?.candidate) return;
    note(`own candidate: ${candidate.type} ${candidate.protocol}`);
    if (finish) {
      if (suffices(candidate)) soon();
      return;
    }
    send(candidate.toJSON());
  };
  const onConnection = () => {
    note(`peer: ${peer.connectionState}`);
    if (peer.connectionState === "connected") void readPath(peer).then(note, () => undefined);
  };
  const onState = () => {
    if (peer.iceGatheringState === "complete") finish?.();
  };
  peer.addEventListener("icecandidate", onCandidate);
  peer.addEventListener("connectionstatechange", onConnection);
  peer.addEventListener("icegatheringstatechange", onState);

  return {
    ready: () =>
      new Promise((resolve) => {
        finish = () => {
          for (const cancel of timers) cancel();
          timers = [];
          finish = null;
          resolve();
        };
        timers.push(setTimer(finish, LONGEST_MS));
      }),
    close() {
      for (const cancel of timers) cancel();
      peer.removeEventListener("icecandidate", onCandidate);
      peer.removeEventListener("connectionstatechange", onConnection);
      peer.removeEventListener("icegatheringstatechange", onState);
      finish?.();
    },
  };
}
