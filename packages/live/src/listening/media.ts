import type { CredentialsProvider } from "../credentials.ts";
import type { LiveEnvironment } from "../environment.ts";
import { LiveError } from "../errors.ts";
import type { ListenerReport, SpeakerFacts } from "../peer/state-channel.ts";
import { createIceServerConfigFetch } from "../signaling/ice-server-requests.ts";
import { createIceServers } from "../signaling/ice-servers.ts";
import { openKvsSocket } from "../signaling/kvs-socket.ts";
import { keepSignaling } from "../signaling/signaling-loop.ts";
import type { SignalingSocket } from "../signaling/signaling-socket.ts";
import { createSigner } from "../signaling/signer.ts";
import { type AudioCounters, isFlowing } from "./hearing.ts";
import type { PreparedPeer } from "./viewer-peer.ts";

/** An offer may be lost when the speaker is not there yet (reference §2.5): it is repeated until answered. */
const REOFFER_MS = 2000;
const REOFFER_SPREAD_MS = 2000;
/** A ClientId begins a peer for 90 s: a fresh one is asked for before that. */
const UNANSWERED_MS = 45_000;
/** Decoding is looked for this often, then more slowly. */
const POLL_MS = 10;
const SLOW_POLL_MS = 250;
const POLLS_BEFORE_SLOW = 200;

export interface MediaSeat {
  channelArn: string;
  wssEndpoint: string;
  httpsEndpoint: string;
  clientId: string;
}

export interface MediaOptions {
  seat: MediaSeat;
  region: string;
  local: boolean;
  credentials: CredentialsProvider;
  prepared: PreparedPeer;
  serverNow(): number;
  environment: LiveEnvironment;
  mark(step: string): void;
  /** Ends everything of this run. */
  signal: AbortSignal;
  /** Connected and decoding. */
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
  /** The seat was renewed: the next signaling socket opens under this id. */
  renew(clientId: string): void;
  say(report: ListenerReport): void;
  counters(): Promise<AudioCounters | null>;
}

/** Signaling socket, ICE servers and offer are prepared side by side; what fails is tried again until it is spent. */
export function startMedia(options: MediaOptions): Media {
  const { seat, region, credentials, environment, serverNow, signal, mark } = options;
  const { channelArn, wssEndpoint, httpsEndpoint } = seat;
  const { peer, listen } = options.prepared;
  const signer = createSigner({ region, credentials, serverNow });
  const iceServers = createIceServers({
    request: createIceServerConfigFetch({
      httpsEndpoint,
      channelArn,
      clientId: seat.clientId,
      signer,
      fetch: environment.fetch,
    }),
    region,
    local: options.local,
    ...environment,
  });
  let clientId = seat.clientId;
  let socket: SignalingSocket | null = null;
  let connected = false;
  let offeredSince: number | null = null;
  let cancelReoffer: () => void = () => undefined;

  function give(error: unknown): boolean {
    if (signal.aborted) return false;
    if (!(error instanceof LiveError) || error.code !== "credentials-refused") return true;
    options.onFailed(error);
    return false;
  }

  function sendOffer(): void {
    cancelReoffer();
    const offer = offeredSince === null ? null : peer.currentOffer();
    if (signal.aborted || offer === null || offeredSince === null) return;
    if (environment.now() - offeredSince > UNANSWERED_MS) {
      options.onSpent();
      return;
    }
    socket?.sendOffer(offer);
    mark("offer");
    cancelReoffer = environment.setTimer(sendOffer, REOFFER_MS + environment.random() * REOFFER_SPREAD_MS);
  }

  async function negotiate(fresh?: "fresh"): Promise<void> {
    // Without TURN most listeners still connect; those who do not come here again.
    const servers = await iceServers(fresh).catch((error: unknown) => (give(error) ? [] : null));
    if (servers === null || signal.aborted) return;
    mark("ice-servers");
    await peer.offer(servers);
    offeredSince = environment.now();
    sendOffer();
  }
  const negotiateSafely = (fresh?: "fresh") =>
    void negotiate(fresh).catch(() => {
      if (!signal.aborted) options.onSpent();
    });

  async function awaitMedia(): Promise<void> {
    for (let poll = 0; connected && !signal.aborted; poll++) {
      const counters = await peer.counters().catch(() => null);
      if (signal.aborted || !connected) return;
      if (counters && isFlowing(counters)) {
        mark("ready");
        options.onMedia();
        return;
      }
      const waitMs = poll < POLLS_BEFORE_SLOW ? POLL_MS : SLOW_POLL_MS;
      await new Promise<void>((resolve) => void environment.setTimer(resolve, waitMs));
    }
  }

  listen({
    onCandidate: (candidate) => socket?.sendCandidate(candidate, null),
    onSpeaker: options.onSpeaker,
    onIceConnected: () => mark("ice-connected"),
    onConnection(state) {
      if (signal.aborted) return;
      const was = connected;
      connected = state === "connected";
      switch (state) {
        case "connected":
          mark("connected");
          void awaitMedia();
          break;
        case "disconnected":
          options.onLost();
          negotiateSafely();
          break;
        case "failed":
        case "closed":
          if (was || state === "failed") options.onLost();
          options.onSpent();
          break;
        case "new":
        case "connecting":
          break;
      }
    },
  });

  void keepSignaling(
    {
      open: (replace) =>
        openKvsSocket(
          { channelArn, wssEndpoint, region, clientId },
          signer,
          {
            onAnswer(sdp) {
              mark("answer");
              peer.answer(sdp).catch(() => options.onSpent());
            },
            onCandidate: (candidate) => peer.candidate(candidate),
            onGoAway: replace,
            onReconnectIceServer: () => negotiateSafely("fresh"),
          },
          environment,
          signal,
        ),
      onOpen(opened) {
        mark("signaling-open");
        socket = opened;
        sendOffer();
      },
      onLost: (_attempt, error) => give(error),
    },
    environment,
    signal,
  );
  negotiateSafely();
  signal.addEventListener("abort", () => {
    cancelReoffer();
    peer.close();
  });

  return {
    isConnected: () => connected,
    renew(next) {
      clientId = next;
    },
    say: (report) => peer.say(report),
    counters: () => peer.counters(),
  };
}
