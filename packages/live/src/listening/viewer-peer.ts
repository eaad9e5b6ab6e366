import { oneByOne } from "@lectern/primitives";
import type { LiveEnvironment } from "../environment.ts";
import { LiveError } from "../errors.ts";
import { createCandidateInbox } from "../peer/candidate-inbox.ts";
import { type ClockDifference, createClockComparison } from "../peer/clock-comparison.ts";
import { watchGathering } from "../peer/gathering.ts";
import { answers, editOpus, identityOf } from "../peer/sdp.ts";
import { type ListenerReport, openListenerChannel, type SpeakerFacts } from "../peer/state-channel.ts";
import type { BufferingChoice } from "./buffering.ts";
import { type AudioCounters, readCounters } from "./hearing.ts";
import { askForCaptureTime, type PlayoutSample, watchPlayout } from "./playout.ts";

interface ViewerPeerEvents {
  onCandidate(candidate: RTCIceCandidateInit): void;
  onSpeaker(facts: SpeakerFacts): void;
  onIceConnected(): void;
  /** ICE's and DTLS's word; "closed" when the speaker closed it. */
  onConnection(state: RTCPeerConnectionState): void;
}

/** The listener's one RTCPeerConnection: receive only, never asks for a microphone. */
interface ViewerPeer {
  stream: MediaStream;
  /** Gathers and gives the offer to send. Again: an ICE restart. */
  offer(iceServers: RTCIceServer[]): Promise<string>;
  /** The offer as it is now, with every candidate found since. */
  currentOffer(): string | null;
  /** @returns false for an answer to another offer, which changes nothing. @throws LiveError "no-path" when another peer answers. */
  answer(sdp: string): Promise<boolean>;
  candidate(candidate: RTCIceCandidateInit): void;
  say(report: ListenerReport): void;
  counters(): Promise<AudioCounters | null>;
  /** Asks the speaker's page for its time; the answer goes into `clocks`. */
  askTime(): void;
  /** The speaker's page's clock beside this one's; null before the first answer. */
  clocks(): ClockDifference | null;
  playout(): Promise<PlayoutSample | null>;
  close(): void;
}

/** Made before the seat is known: all it needs later is ICE servers, and whoever uses it. */
export interface PreparedPeer {
  peer: ViewerPeer;
  listen(events: ViewerPeerEvents): void;
}

export function prepareViewerPeer(
  environment: Pick<LiveEnvironment, "RTCPeerConnection" | "setTimer" | "steadyNow" | "note">,
  iceTransportPolicy: RTCIceTransportPolicy,
  buffering: Pick<BufferingChoice, "apply">,
): PreparedPeer {
  const connection = new environment.RTCPeerConnection({ iceTransportPolicy, bundlePolicy: "max-bundle" });
  let events: ViewerPeerEvents | null = null;
  let closed = false;

  const transceiver = connection.addTransceiver("audio", { direction: "recvonly" });
  askForCaptureTime(transceiver);
  const { receiver } = transceiver;
  buffering.apply(receiver);
  const clocks = createClockComparison();
  /** Of two answers to one offer that was sent twice, the second may come while the first is being set. */
  const inOrder = oneByOne();
  const onClose = () => {
    if (!closed) events?.onConnection("closed");
  };
  const channel = openListenerChannel(
    connection,
    {
      onMessage: (facts) => events?.onSpeaker(facts),
      onTime: clocks.add,
      onClose,
      onFlood() {
        environment.note("the speaker's page floods");
        connection.close();
        onClose();
      },
    },
    environment.steadyNow,
  );
  const inbox = createCandidateInbox(connection);
  const gathering = watchGathering(connection, (candidate) => events?.onCandidate(candidate), environment);
  connection.oniceconnectionstatechange = () => {
    if (connection.iceConnectionState === "connected") events?.onIceConnected();
  };
  connection.onconnectionstatechange = () => events?.onConnection(connection.connectionState);
  // The certificate and the description are made while session, credentials and seat are on their way.
  let prepared: Promise<RTCSessionDescriptionInit> | null = connection.createOffer();
  prepared.catch(() => undefined);

  const peer: ViewerPeer = {
    stream: new MediaStream([receiver.track]),
    async offer(iceServers) {
      connection.setConfiguration({ ...connection.getConfiguration(), iceServers });
      const offer = await (prepared ?? connection.createOffer({ iceRestart: true }));
      prepared = null;
      const gathered = gathering.ready();
      // Two channels are asked for always: the speaker's side decides what it sends.
      await connection.setLocalDescription({ type: "offer", sdp: editOpus(offer.sdp ?? "", { stereo: 1 }) });
      await gathered;
      return connection.localDescription?.sdp ?? "";
    },
    currentOffer: () =>
      connection.signalingState === "have-local-offer" ? (connection.localDescription?.sdp ?? null) : null,
    answer: (sdp) =>
      inOrder(async () => {
        if (connection.signalingState !== "have-local-offer") return false;
        // A late answer to an offer that an ICE restart has replaced.
        const { localDescription, remoteDescription } = connection;
        if (localDescription && !answers(sdp, localDescription.sdp)) return false;
        if (remoteDescription && identityOf(remoteDescription.sdp)?.iceUfrag === identityOf(sdp)?.iceUfrag)
          return false;
        // The speaker's page is another one now: this peer cannot go on with it.
        if (remoteDescription && identityOf(remoteDescription.sdp)?.fingerprint !== identityOf(sdp)?.fingerprint)
          throw new LiveError("no-path", "another peer answers");
        await connection.setRemoteDescription({ type: "answer", sdp });
        inbox.described();
        return true;
      }),
    candidate: (candidate) => inbox.add(candidate),
    say: (state) => channel.say({ state }),
    counters: () => readCounters(receiver),
    askTime: channel.askTime,
    clocks: clocks.difference,
    playout: watchPlayout(receiver),
    close() {
      closed = true;
      gathering.close();
      channel.close();
      connection.onconnectionstatechange = null;
      connection.oniceconnectionstatechange = null;
      connection.close();
    },
  };
  return {
    peer,
    listen(next) {
      events = next;
    },
  };
}
