import { createMachine, sleep } from "@lectern/primitives";
import { staggerMs } from "@lectern/session-api/contract";
import { type Credentials, reportingRefusal } from "../credentials.ts";
import type { LiveEnvironment } from "../environment.ts";
import { LiveError } from "../errors.ts";
import type { SpeakerFacts } from "../peer/state-channel.ts";
import { createIceServerConfigRequest } from "../signaling/ice-server-request.ts";
import { createIceServers } from "../signaling/ice-servers.ts";
import { openKvsSocket } from "../signaling/kvs-socket.ts";
import { keepSignaling } from "../signaling/signaling-loop.ts";
import type { SignalingSocket } from "../signaling/signaling-socket.ts";
import { createSigner } from "../signaling/signer.ts";
import type { Obstacle, Seat } from "./facts.ts";
import { watchFlow } from "./flow.ts";
import { initialMedia, type MediaCommand, type MediaNews, type OfferReason, transitionMedia } from "./media-state.ts";
import { createOffering } from "./offering.ts";
import type { PreparedPeer } from "./viewer-peer.ts";

export interface MediaOptions {
  seat: Seat;
  /** Others of its channel may begin at the same moment: wait for this slot's moment. */
  staggered: boolean;
  region: string;
  local: boolean;
  credentials: Credentials;
  prepared: PreparedPeer;
  serverNow(): number;
  environment: LiveEnvironment;
  mark(step: string): void;
  /** Ends everything of this. */
  signal: AbortSignal;
  /** Sound arrives ("media"), at first and again after each loss; it is lost and will be mended; or this cannot go on: it needs a fresh ClientId and a new peer. */
  tell(what: MediaNews): void;
  /** What seems to keep the sound from coming. */
  onObstacle(obstacle: Obstacle): void;
  onSpeaker(facts: SpeakerFacts): void;
  /** There will be no credentials: another try is pointless. */
  onRefused(error: LiveError): void;
}

/** The way to the sound from one seat. */
export interface Media {
  /** The seat was renewed, or replaced by another of its channel: the next signaling socket opens under its ClientId. */
  renew(seat: Seat): void;
  /** The speaker's page is there again. */
  speakerBack(): void;
  /** The machine slept or changed networks. */
  wake(): void;
}

/** How long a speaker's page that has just come back takes to open its master socket. */
const MASTER_OPENS_MS = 700;
/** Who waits longer for the sound is told what is in the way. A path through TURN over TLS takes a few seconds. */
const SOUND_WITHIN_MS = 20_000;

const isRefusal = (error: unknown): error is LiveError =>
  error instanceof LiveError && error.code === "credentials-refused";

/** Signaling socket, ICE servers and offer are prepared side by side; media-state.ts decides what follows on what. */
export function startMedia(options: MediaOptions): Media {
  const { region, credentials, environment, serverNow, signal, mark } = options;
  const { channelArn, wssEndpoint, httpsEndpoint } = options.seat;
  const { peer, listen } = options.prepared;
  const { random } = environment;
  const machine = createMachine(initialMedia(options.seat), transitionMedia, run);
  const dispatch: typeof machine.dispatch = (event) => {
    if (!signal.aborted) machine.dispatch(event);
  };
  const seat = () => machine.getState().seat;
  const signer = createSigner({ region, credentials, serverNow });
  let socket: SignalingSocket | null = null;
  let cancelExpecting = () => {};

  const untilMoment = (what: "connect" | "iceServers") => staggerMs(seat().slot, what, serverNow());
  const stagger = (what: "connect" | "iceServers") => sleep(environment, untilMoment(what), signal);
  // Chosen once the credentials are there: before, a page could not use its slot's moment.
  const begin = options.staggered
    ? credentials().then(
        () => stagger("connect"),
        () => stagger("connect"),
      )
    : Promise.resolve();

  function onError(error: unknown): void {
    if (isRefusal(error)) dispatch({ type: "credentials-refused", error });
  }

  const signaling = keepSignaling(
    {
      async open(replace) {
        // What asks for another socket may ask all listeners of the channel.
        await (socket ? stagger("connect") : begin);
        const address = { channelArn, wssEndpoint, region, clientId: seat().clientId };
        const events = {
          onAnswer(sdp: string) {
            mark("answer");
            peer.answer(sdp).then(
              (isAccepted) => isAccepted && dispatch({ type: "answered" }),
              () => dispatch({ type: "offer-failed" }),
            );
          },
          onCandidate: peer.candidate,
          onGoAway: replace,
          onReconnectIceServer: () => dispatch({ type: "ice-servers-outdated" }),
        };
        return reportingRefusal(credentials, () => openKvsSocket(address, signer, events, environment, signal));
      },
      onOpen(opened) {
        mark("signaling-open");
        socket = opened;
        dispatch({ type: "signaling-open" });
      },
      onLost(_attempt, error) {
        onError(error);
        // Where another socket is refused, the one before may still be open.
        if (!isRefusal(error)) dispatch({ type: "signaling-lost" });
        return !signal.aborted;
      },
      // Once one was open, `open` staggers by itself.
      retryDelayMs: () => (socket ? 0 : untilMoment("connect")),
    },
    environment,
    signal,
  );

  const { fetch } = environment;
  const clientId = () => seat().clientId;
  const requestIceServers = createIceServerConfigRequest({ httpsEndpoint, channelArn, clientId, signer, fetch });
  const iceServers = createIceServers({
    request: () => reportingRefusal(credentials, requestIceServers),
    region,
    local: options.local,
    renewSignaling: signaling.untilRenewed,
    ...environment,
  });

  const offering = createOffering({
    current: peer.currentOffer,
    send(offer) {
      socket?.sendOffer(offer);
      mark("offer");
    },
    onUnheard: () => dispatch({ type: "offer-unheard" }),
    onUnanswered: () => dispatch({ type: "offer-failed" }),
    environment,
  });

  async function makeOffer(reason: OfferReason): Promise<void> {
    try {
      await begin;
      // The speaker's network may have failed for everyone at once.
      if (reason !== "first" && (reason === "fresh" || iceServers.isStale())) await stagger("iceServers");
      const servers = await iceServers(reason === "fresh" ? "fresh" : undefined).catch((error: unknown) => {
        onError(error);
        // Without TURN most listeners still connect; those who do not come here again.
        return [];
      });
      if (signal.aborted) return;
      mark("ice-servers");
      await peer.offer(servers);
      dispatch({ type: "offer-made" });
    } catch {
      dispatch({ type: "offer-failed" });
    }
  }

  function followSound(): void {
    const onFlow = () => {
      mark("ready");
      dispatch({ type: "flow" });
    };
    void watchFlow(peer.counters, { onFlow, onStall: () => dispatch({ type: "stall" }) }, environment, signal);
  }

  function run(command: MediaCommand): void {
    switch (command.do) {
      case "make-offer":
        void makeOffer(command.reason);
        break;
      case "send-offer":
        offering.begin();
        break;
      case "repeat-offer":
        offering.again(command.when === "now" ? 0 : MASTER_OPENS_MS * (1 + random()));
        break;
      case "renew-signaling":
        signaling.renew();
        break;
      case "follow-sound":
        followSound();
        break;
      case "expect-sound":
        cancelExpecting();
        cancelExpecting = environment.setTimer(() => dispatch({ type: "overdue" }), SOUND_WITHIN_MS);
        break;
      case "tell-obstacle":
        options.onObstacle(command.obstacle);
        break;
      case "tell":
        options.tell(command.what);
        break;
      case "tell-refusal":
        options.onRefused(command.error);
        break;
    }
  }

  listen({
    onCandidate: (candidate) => socket?.sendCandidate(candidate, null),
    onSpeaker: options.onSpeaker,
    onIceConnected: () => mark("ice-connected"),
    onConnection(state) {
      if (state === "connected") mark("connected");
      dispatch({ type: "path", state });
    },
  });
  dispatch({ type: "started" });
  signal.addEventListener("abort", () => {
    cancelExpecting();
    offering.stop();
    peer.close();
  });

  return {
    renew: (next) => dispatch({ type: "renewed", seat: next }),
    speakerBack: () => dispatch({ type: "speaker-back" }),
    wake: () => dispatch({ type: "woken" }),
  };
}
