import { oneByOne } from "@lectern/primitives";
import type { LiveEnvironment } from "../environment.ts";
import type { MicrophoneMode } from "../microphone/state.ts";
import { createCandidateInbox } from "../peer/candidate-inbox.ts";
import { watchGathering } from "../peer/gathering.ts";
import { type RelayWay, readRelayWay } from "../peer/relay-way.ts";
import { answering, identityOf } from "../peer/sdp.ts";
import { type ListenerReport, openSpeakerChannel, type SpeakerFacts } from "../peer/state-channel.ts";
import { answerFor, offerFor, tuneSender } from "./opus.ts";

/** How long a failed peer is kept for the listener's ICE restart. */
const FAILED_GRACE_MS = 10_000;
/** A peer that never connects is given up after this. */
const CONNECT_TIMEOUT_MS = 45_000;
/** A peer that has not connected by then counts as out of reach. A path through TURN over TLS takes a few seconds. */
const REACHED_WITHIN_MS = 20_000;

export interface ListenerPeerOptions {
  iceServers: RTCIceServer[];
  iceTransportPolicy: RTCIceTransportPolicy;
  /** Whether the listener's peer before this one was never reached. */
  isUnreached: boolean;
  track: MediaStreamTrack;
  mode: MicrophoneMode;
  facts: SpeakerFacts;
  environment: LiveEnvironment;
  sendAnswer(sdp: string): void;
  sendCandidate(candidate: RTCIceCandidateInit): void;
  /** Every candidate is gathered; how TURN was reached. */
  onGathered(way: RelayWay | null): void;
  /** Connection or report changed. */
  onChange(): void;
  /** The path is interrupted; the listener restarts ICE, through the signaling socket. */
  onInterrupted(): void;
  /** Over, from the other side or by failure; already closed. */
  onGone(reason: GoneReason): void;
}

/** "flooding": it sent so much that this page could have done nothing else. */
type GoneReason = "left" | "failed" | "flooding";

/** The speaker's end of one listener. */
export interface ListenerPeer {
  /** Whether this offer is of the RTCPeerConnection on the other side that this peer already serves. */
  serves(sdp: string): boolean;
  /** Answers an offer: the first, one repeated because no answer came, or an ICE restart. */
  offer(sdp: string, iceServers: RTCIceServer[]): Promise<void>;
  candidate(candidate: RTCIceCandidateInit): void;
  say(facts: SpeakerFacts): void;
  send(track: MediaStreamTrack, mode: MicrophoneMode): Promise<void>;
  isConnected(): boolean;
  /** No path to it is found. */
  isUnreached(): boolean;
  report(): ListenerReport | null;
  close(): void;
}

export function createListenerPeer(options: ListenerPeerOptions): ListenerPeer {
  const { environment, onChange } = options;
  const peer = new environment.RTCPeerConnection({
    iceServers: options.iceServers,
    iceTransportPolicy: options.iceTransportPolicy,
    bundlePolicy: "max-bundle",
  });
  let { mode } = options;
  /** As the listener made it; null before the first. */
  let offered: string | null = null;
  let report: ListenerReport | null = null;
  let over = false;
  let wasConnected = false;
  let { isUnreached } = options;
  /** Offers are queued by their seat, and a listener who was given another seat may offer to this peer under both. */
  const inOrder = oneByOne();
  let cancelGiveUp = environment.setTimer(() => goneBecause("failed"), CONNECT_TIMEOUT_MS);
  const cancelUnreached = environment.setTimer(() => setUnreached(true), REACHED_WITHIN_MS);

  // In no MediaStream: Chromium's track keeps a reference to each one it was ever in.
  const sender = peer.addTrack(options.track);
  // What a listener would send is neither taken nor decoded.
  for (const transceiver of peer.getTransceivers()) transceiver.direction = "sendonly";
  const gathering = watchGathering(peer, options.sendCandidate, environment);
  const inbox = createCandidateInbox(peer);
  const channel = openSpeakerChannel(
    peer,
    {
      onMessage(message) {
        report = message;
        onChange();
      },
      onClose: () => goneBecause("left"),
      onFlood: () => goneBecause("flooding"),
    },
    environment.steadyNow,
  );
  channel.say(options.facts);

  function close(): void {
    if (over) return;
    over = true;
    cancelGiveUp();
    cancelUnreached();
    gathering.close();
    channel.close();
    peer.onconnectionstatechange = null;
    peer.onicegatheringstatechange = null;
    peer.close();
  }
  function goneBecause(reason: GoneReason): void {
    if (over) return;
    close();
    options.onGone(reason);
  }

  function setUnreached(next: boolean): void {
    cancelUnreached();
    isUnreached = next;
    onChange();
  }

  peer.onconnectionstatechange = () => {
    const { connectionState } = peer;
    if (connectionState === "connected") {
      cancelGiveUp();
      wasConnected = true;
      setUnreached(false);
    }
    // In both cases the listener restarts ICE.
    if (connectionState === "disconnected" || connectionState === "failed") options.onInterrupted();
    if (connectionState === "failed") {
      // Who was there may just have gone.
      if (!wasConnected) setUnreached(true);
      cancelGiveUp();
      cancelGiveUp = environment.setTimer(() => goneBecause("failed"), FAILED_GRACE_MS);
    }
    if (connectionState === "closed") goneBecause("left");
    onChange();
  };

  peer.onicegatheringstatechange = () => {
    if (peer.iceGatheringState === "complete") void readRelayWay(peer).then(options.onGathered, () => undefined);
  };

  const sendDescription = () => {
    const { localDescription, remoteDescription } = peer;
    if (over || !localDescription || !remoteDescription) return;
    options.sendAnswer(answering(localDescription.sdp, remoteDescription.sdp));
  };

  async function negotiate(sdp: string, untilGathered: () => Promise<void> = async () => undefined): Promise<void> {
    await peer.setRemoteDescription({ type: "offer", sdp: offerFor(mode, sdp) });
    inbox.described();
    const answer = await peer.createAnswer();
    const gathered = untilGathered();
    await peer.setLocalDescription({ type: "answer", sdp: answerFor(mode, answer.sdp ?? "") });
    await Promise.all([gathered, tuneSender(sender, mode)]);
  }

  return {
    serves(sdp) {
      const { remoteDescription } = peer;
      return (
        remoteDescription !== null && identityOf(remoteDescription.sdp)?.fingerprint === identityOf(sdp)?.fingerprint
      );
    },
    offer: (sdp, iceServers) =>
      inOrder(async () => {
        if (over) return;
        const known = peer.remoteDescription && identityOf(peer.remoteDescription.sdp);
        if (known && known.iceUfrag === identityOf(sdp)?.iceUfrag) return sendDescription();
        if (known) peer.setConfiguration({ ...peer.getConfiguration(), iceServers });
        await negotiate(sdp, gathering.ready);
        offered = sdp;
        sendDescription();
      }),
    candidate: (candidate) => inbox.add(candidate),
    say: (facts) => channel.say(facts),
    async send(track, newMode) {
      if (over) return;
      if (sender.track !== track) await sender.replaceTrack(track);
      if (mode === newMode) return;
      mode = newMode;
      // Channels and bit rate of Opus are read from the offer. What the listener offered allows both modes, so the same one
      // is answered again, on this side alone: nothing of it changes for the listener.
      await inOrder(async () => {
        if (!over && offered !== null) await negotiate(offered);
      });
    },
    isConnected: () => peer.connectionState === "connected",
    isUnreached: () => isUnreached,
    report: () => (peer.connectionState === "connected" ? report : null),
    close,
  };
}
