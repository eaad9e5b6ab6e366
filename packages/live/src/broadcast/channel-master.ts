import { type ChannelEndpoints, SEATS_PER_CHANNEL, seatIdOf } from "@lectern/session-api/contract";
import { type Credentials, reportingRefusal } from "../credentials.ts";
import type { LiveEnvironment } from "../environment.ts";
import type { MicrophoneMode } from "../microphone/state.ts";
import { type RelayWay, throughWay } from "../peer/relay-way.ts";
import { isPlainOffer } from "../peer/sdp.ts";
import type { SpeakerFacts } from "../peer/state-channel.ts";
import { createIceServerConfigRequest } from "../signaling/ice-server-request.ts";
import { createIceServers } from "../signaling/ice-servers.ts";
import { openKvsSocket } from "../signaling/kvs-socket.ts";
import { keepSignaling } from "../signaling/signaling-loop.ts";
import type { SignalingSocket } from "../signaling/signaling-socket.ts";
import { createSigner } from "../signaling/signer.ts";
import { createAdmission } from "./admission.ts";
import { createEarlyCandidates } from "./early-candidates.ts";
import { createListenerPeer, type ListenerPeer } from "./listener-peer.ts";
import type { Outlet, OutletEvents } from "./outlet.ts";
import { givenAway } from "./places.ts";
import { createSerialQueues } from "./serial-queue.ts";

export interface ChannelMasterOptions extends OutletEvents {
  channel: ChannelEndpoints;
  macKey: string;
  region: string;
  local: boolean;
  credentials: Credentials;
  iceTransportPolicy: RTCIceTransportPolicy;
  serverNow(): number;
  /** What is sent to a listener who comes now. */
  sound(): { track: MediaStreamTrack; mode: MicrophoneMode };
  facts(): SpeakerFacts;
  environment: LiveEnvironment;
}

/** A broken path opens another master socket, but not more often than this: all listeners' paths may break at once, and KVS takes three connects a second. */
const RENEW_SIGNALING_EVERY_MS = 5000;

interface SeatedPeer {
  id: string;
  /** Where answers go: the newest ClientId of the seat. */
  clientId: string;
  peer: ListenerPeer;
}

/** The speaker on one channel: its master socket and a peer for each listener. */
export function startChannelMaster(options: ChannelMasterOptions): Outlet {
  const { channel, region, credentials, environment, serverNow } = options;
  const { channelArn, wssEndpoint, httpsEndpoint } = channel;
  const controller = new AbortController();
  const seats = new Map<string, SeatedPeer>();
  const enqueue = createSerialQueues();
  const early = createEarlyCandidates();
  let socket: SignalingSocket | null = null;
  let renewedAt = Number.NEGATIVE_INFINITY;
  /** How this page reaches TURN; null until a peer has found out. */
  let relayWay: RelayWay | null = null;

  const signer = createSigner({ region, credentials, serverNow });
  const requestIceServers = createIceServerConfigRequest({
    httpsEndpoint,
    channelArn,
    signer,
    fetch: environment.fetch,
  });
  const iceServers = createIceServers({
    request: () => reportingRefusal(credentials, requestIceServers),
    region,
    local: options.local,
    renewSignaling: () => signaling.untilRenewed(),
    ...environment,
  });
  const admission = createAdmission({
    macKey: options.macKey,
    channelArn,
    serverNow,
    steadyNow: environment.steadyNow,
    hasPeer: (seatId) => seats.has(seatId),
    report: (clientId) => options.onGone(clientId, "not-admitted"),
  });

  async function onOffer(sdp: string, clientId: string): Promise<void> {
    const seatId = await admission.admit(clientId);
    if (seatId === null || !isPlainOffer(sdp)) return;
    // Without TURN most listeners still connect; those who do not, offer again.
    const servers = throughWay(await iceServers().catch(() => []), relayWay);
    if (controller.signal.aborted) return;
    // A listener who lost a seat and was given another comes back with the same peer.
    const known = [...seats.values()].find(({ peer }) => peer.serves(sdp));
    if (seats.get(seatId) !== known) seats.get(seatId)?.peer.close();
    if (known) {
      seats.delete(known.id);
      known.id = seatId;
      known.clientId = clientId;
      seats.set(seatId, known);
      for (const candidate of early.take(clientId)) known.peer.candidate(candidate);
      return known.peer.offer(sdp, servers);
    }
    if (!seats.has(seatId) && !makeRoom(clientId)) return;
    // Whoever tries again with a new peer is not reached for that.
    const isUnreached = seats.get(seatId)?.peer.isUnreached() ?? false;
    const seat: SeatedPeer = { id: seatId, clientId, peer: createPeer(servers, isUnreached, () => seat) };
    seats.set(seatId, seat);
    options.onChange();
    for (const candidate of early.take(clientId)) seat.peer.candidate(candidate);
    await seat.peer.offer(sdp, servers);
  }

  /** Whether this ClientId may have a peer more. Closes those of seats that were given to others, once there are more peers than seats. */
  function makeRoom(clientId: string): boolean {
    if (seats.size < SEATS_PER_CHANNEL) return true;
    const lost = givenAway([...[...seats.values()].map((seat) => seat.clientId), clientId]);
    if (lost.includes(clientId)) return false;
    for (const { id, clientId: old, peer } of [...seats.values()]) {
      if (!lost.includes(old)) continue;
      peer.close();
      seats.delete(id);
    }
    return true;
  }

  function onCandidate(candidate: RTCIceCandidateInit, clientId: string): void {
    const seat = [...seats.values()].find((each) => each.clientId === clientId);
    if (seat) seat.peer.candidate(candidate);
    else early.keep(clientId, candidate);
  }

  function createPeer(servers: RTCIceServer[], isUnreached: boolean, seat: () => SeatedPeer): ListenerPeer {
    return createListenerPeer({
      iceServers: servers,
      isUnreached,
      iceTransportPolicy: options.iceTransportPolicy,
      ...options.sound(),
      facts: options.facts(),
      environment,
      sendAnswer: (sdp) => socket?.sendAnswer(sdp, seat().clientId),
      sendCandidate: (candidate) => socket?.sendCandidate(candidate, seat().clientId),
      onGathered(way) {
        relayWay = way;
      },
      onChange: options.onChange,
      onInterrupted() {
        // This page may be on another network now.
        relayWay = null;
        renewAfterInterruption();
      },
      onGone(reason) {
        const { id, clientId } = seat();
        if (seats.get(id) !== seat()) return;
        seats.delete(id);
        if (reason === "flooding") admission.refuse(id);
        options.onGone(clientId, reason === "flooding" ? "not-admitted" : reason, () => !seats.has(id));
        options.onChange();
      },
    });
  }

  /** A path broke: the master socket may be dead as well, and then no ICE restart would arrive. */
  function renewAfterInterruption(): void {
    if (environment.steadyNow() - renewedAt < RENEW_SIGNALING_EVERY_MS) return;
    renewedAt = environment.steadyNow();
    signaling.renew();
  }

  const signaling = keepSignaling(
    {
      open(replace) {
        const address = { channelArn, wssEndpoint, region, clientId: null };
        const events = {
          onOffer: (sdp: string, clientId: string) =>
            enqueue(seatIdOf(clientId) ?? clientId, () => onOffer(sdp, clientId), "offer"),
          onCandidate(candidate: RTCIceCandidateInit, clientId: string | null) {
            const seatId = clientId && seatIdOf(clientId);
            if (clientId && seatId) enqueue(seatId, () => onCandidate(candidate, clientId));
          },
          onGoAway: replace,
          onReconnectIceServer: () => void iceServers("fresh").catch(() => undefined),
        };
        return reportingRefusal(credentials, () =>
          openKvsSocket(address, signer, events, environment, controller.signal),
        );
      },
      onOpen(opened) {
        socket = opened;
        // Asked for now, so that the first listener need not wait for them.
        void iceServers().catch(() => undefined);
        options.onAir();
      },
      onLost: options.onLost,
    },
    environment,
    controller.signal,
  );

  const peers = () => [...seats.values()].map((seat) => seat.peer);
  return {
    say(facts) {
      for (const peer of peers()) peer.say(facts);
    },
    async send(track, mode) {
      await Promise.allSettled(peers().map((peer) => peer.send(track, mode)));
    },
    peers,
    wake: () => signaling.renew(),
    close() {
      controller.abort();
      for (const peer of peers()) peer.close();
      seats.clear();
      options.onChange();
    },
  };
}
