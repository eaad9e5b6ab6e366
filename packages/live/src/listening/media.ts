import { seatIdOf } from "@lectern/session-api/contract";
import { type Credentials, reportingRefusal } from "../credentials.ts";
import type { LiveEnvironment } from "../environment.ts";
import { LiveError } from "../errors.ts";
import type { ListenerReport, SpeakerFacts } from "../peer/state-channel.ts";
import { createIceServerConfigRequest } from "../signaling/ice-server-request.ts";
import { createIceServers } from "../signaling/ice-servers.ts";
import { openKvsSocket } from "../signaling/kvs-socket.ts";
import { keepSignaling } from "../signaling/signaling-loop.ts";
import type { SignalingSocket } from "../signaling/signaling-socket.ts";
import { createSigner } from "../signaling/signer.ts";
import { staggerMs } from "../signaling/stagger.ts";
import { watchFlow } from "./flow.ts";
import type { AudioCounters } from "./hearing.ts";
import { createOffering } from "./offering.ts";
import type { PreparedPeer } from "./viewer-peer.ts";

export interface MediaSeat {
  channelArn: string;
  wssEndpoint: string;
  httpsEndpoint: string;
  clientId: string;
  /** Which of its channel's seats: what all of them do at once is staggered by it. */
  slot: number;
}

export interface MediaOptions {
  seat: MediaSeat;
  /** Others of its channel may begin at the same moment: wait for this slot's moment. */
  staggered: boolean;
  region: string;
  local: boolean;
  credentials: Credentials;
  prepared: PreparedPeer;
  serverNow(): number;
  environment: LiveEnvironment;
  mark(step: string): void;
  /** Ends everything of this run. */
  signal: AbortSignal;
  /** Sound arrives: at first, and again after each loss. */
  onMedia(): void;
  onSpeaker(facts: SpeakerFacts): void;
  onLost(): void;
  /** This run cannot go on: it needs a fresh ClientId and a new peer. */
  onSpent(): void;
  /** Another try is pointless. */
  onFailed(error: LiveError): void;
}

/** The way to the sound from one seat. */
export interface Media {
  isConnected(): boolean;
  /** The seat was renewed, or replaced by another of its channel: the next signaling socket opens under its ClientId. */
  renew(seat: MediaSeat): void;
  /** The speaker is there now: an offer that waits is said again. */
  offerAgain(): void;
  /** The machine slept or changed networks: everything is looked at anew. */
  wake(): void;
  say(report: ListenerReport): void;
  counters(): Promise<AudioCounters | null>;
}

/** A speaker who is there has a master socket a moment later. */
const MASTER_OPENS_MS = 700;

/** Signaling socket, ICE servers and offer are prepared side by side; what fails is tried again until it is spent. */
export function startMedia(options: MediaOptions): Media {
  const { seat, region, credentials, environment, serverNow, signal, mark } = options;
  const { channelArn, wssEndpoint, httpsEndpoint } = seat;
  const { peer, listen } = options.prepared;
  const { setTimer, random } = environment;
  const signer = createSigner({ region, credentials, serverNow });
  const wait = (delayMs: number) => new Promise<void>((resolve) => void setTimer(resolve, delayMs));
  let { clientId, slot } = seat;
  const stagger = (what: "connect" | "iceServers") => wait(staggerMs(slot, what, serverNow()));
  // The moment is only of use to a page that has its credentials by then.
  const start = options.staggered
    ? credentials().then(
        () => stagger("connect"),
        () => stagger("connect"),
      )
    : Promise.resolve();
  let socket: SignalingSocket | null = null;
  let onNextOpen: () => void = () => undefined;
  let connected = false;
  let following = false;
  let hadSound = false;
  let negotiating = false;
  /** The speaker knows this peer under a seat that was lost. */
  let reseated = false;

  function give(error: unknown): boolean {
    if (signal.aborted) return false;
    if (!(error instanceof LiveError) || error.code !== "credentials-refused") return true;
    // What is heard goes on being heard; it is told when it ends.
    if (connected) return true;
    options.onFailed(error);
    return false;
  }

  const signaling = keepSignaling(
    {
      async open(replace) {
        // Whatever asks for another socket may have asked all eight.
        await (socket ? stagger("connect") : start);
        const address = { channelArn, wssEndpoint, region, clientId };
        const events = {
          onAnswer(sdp: string) {
            mark("answer");
            peer.answer(sdp).catch(() => options.onSpent());
          },
          onCandidate: peer.candidate,
          onGoAway: replace,
          onReconnectIceServer: () => void negotiate("fresh"),
        };
        return reportingRefusal(credentials, () => openKvsSocket(address, signer, events, environment, signal));
      },
      onOpen(opened) {
        mark("signaling-open");
        socket = opened;
        offering.again();
        onNextOpen();
        if (reseated) void negotiate("fresh");
        reseated = false;
      },
      onLost: (_attempt, error) => give(error),
      // Once one was open, `open` staggers by itself.
      retryDelayMs: () => (socket ? 0 : staggerMs(slot, "connect", serverNow())),
    },
    environment,
    signal,
  );

  const { fetch } = environment;
  const requestIceServers = createIceServerConfigRequest({
    httpsEndpoint,
    channelArn,
    clientId: () => clientId,
    signer,
    fetch,
  });
  const iceServers = createIceServers({
    request: () => reportingRefusal(credentials, requestIceServers),
    region,
    local: options.local,
    renewSignaling() {
      signaling.renew();
      return Promise.race([new Promise<void>((resolve) => (onNextOpen = resolve)), wait(5000)]);
    },
    ...environment,
  });

  const offering = createOffering({
    current: peer.currentOffer,
    send(offer) {
      socket?.sendOffer(offer);
      mark("offer");
    },
    onDoubt() {
      if (hadSound) signaling.renew();
    },
    onUnanswered: options.onSpent,
    environment,
  });

  /** The first offer, or an ICE restart. */
  async function negotiate(reason: "first" | "interrupted" | "fresh"): Promise<void> {
    if (negotiating || (reason === "interrupted" && offering.isUnanswered())) return;
    negotiating = true;
    try {
      await start;
      // The speaker's network may have failed for everyone at once.
      if (reason !== "first" && (reason === "fresh" || iceServers.isStale())) await stagger("iceServers");
      // Without TURN most listeners still connect; those who do not come here again.
      const fresh = reason === "fresh" ? ([reason] as const) : ([] as const);
      const servers = await iceServers(...fresh).catch((error: unknown) => (give(error) ? [] : null));
      if (servers === null || signal.aborted) return;
      mark("ice-servers");
      await peer.offer(servers);
      if (!signal.aborted) offering.begin();
    } catch {
      if (!signal.aborted) options.onSpent();
    } finally {
      negotiating = false;
    }
  }

  function follow(): void {
    if (following) return;
    following = true;
    const onFlow = () => {
      mark("ready");
      hadSound = true;
      options.onMedia();
    };
    const onStall = () => {
      options.onLost();
      void negotiate("interrupted");
    };
    void watchFlow(peer.counters, { onFlow, onStall }, environment, signal);
  }

  listen({
    onCandidate: (candidate) => socket?.sendCandidate(candidate, null),
    onSpeaker: options.onSpeaker,
    onIceConnected: () => mark("ice-connected"),
    onConnection(state) {
      if (signal.aborted) return;
      connected = state === "connected";
      switch (state) {
        case "connected":
          mark("connected");
          follow();
          break;
        case "disconnected":
          void negotiate("interrupted");
          break;
        case "failed":
        case "closed":
          options.onSpent();
          break;
        case "new":
        case "connecting":
          break;
      }
    },
  });
  void negotiate("first");
  signal.addEventListener("abort", () => {
    offering.stop();
    peer.close();
  });

  return {
    isConnected: () => connected,
    renew(next) {
      reseated ||= seatIdOf(next.clientId) !== seatIdOf(clientId);
      ({ clientId, slot } = next);
      if (reseated) signaling.renew();
    },
    offerAgain() {
      if (offering.isUnanswered()) offering.again(MASTER_OPENS_MS + random() * MASTER_OPENS_MS);
    },
    wake() {
      signaling.renew();
      if (!connected) void negotiate("interrupted");
    },
    say: (report) => peer.say(report),
    counters: () => peer.counters(),
  };
}
