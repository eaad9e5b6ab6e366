import { createMachine, createStore, viewOnto } from "@lectern/primitives";
import { connectSession, type SessionConnection, type SessionEvent } from "@lectern/session-api/client";
import { createCredentials, isWorthAnotherTry } from "../credentials.ts";
import { browserEnvironment } from "../environment.ts";
import { watchWaking } from "../waking.ts";
import { askDelayMs } from "./ask-delay.ts";
import { createBufferingChoice } from "./buffering.ts";
import { followDelay } from "./delay.ts";
import { initialListening, type ListeningCommand, type Seat } from "./facts.ts";
import { lookUpSession, warmCredentials } from "./look-up.ts";
import { createMarks } from "./marks.ts";
import { type Media, startMedia } from "./media.ts";
import type { Listening, ListeningOptions } from "./options.ts";
import { followPage } from "./page-life.ts";
import { createPlayer } from "./player.ts";
import { reportHearing } from "./reporting.ts";
import { transitionListening } from "./state.ts";
import { viewOf } from "./view.ts";
import { type PreparedPeer, prepareViewerPeer } from "./viewer-peer.ts";

/** A listener who never taps gives the seat back after this (design §4). */
const UNTAPPED_MS = 60_000;

/** What is open between start and end. */
interface Open {
  connection: SessionConnection;
  /** Ends the connection. */
  controller: AbortController;
  stopWatching(): void;
}

/**
 * One listener's way to the sound of one session: everything before the tap is done before the tap. What happens is
 * decided in state.ts; here its commands are carried out, and what they open is held.
 */
export function createListening(options: ListeningOptions): Listening {
  const environment = browserEnvironment(options.environment);
  const { setTimer } = environment;
  const isRetryable = options.isRetryable ?? isWorthAnotherTry;
  const credentials = createCredentials(options.credentials, isRetryable, environment.steadyNow);
  const machine = createMachine(initialListening, transitionListening, run);
  const { dispatch } = machine;
  const view = viewOnto(machine, viewOf);
  const delay = createStore<number | null, number | null>(null, (_, delayMs) => delayMs);
  const marks = createMarks(environment.mark);
  const buffering = createBufferingChoice(options.buffering ?? "low-delay");

  let open: Open | null = null;
  let prepared: PreparedPeer | null = null;
  let media: { media: Media; controller: AbortController } | null = null;
  let cancelAsk = () => {};
  let cancelUntapped = () => {};

  const player = createPlayer(environment, {
    onSound: () => marks.note("sound"),
    onRefused: () => dispatch({ type: "play-refused", by: "browser" }),
    onInterrupted: () => dispatch({ type: "play-refused", by: "system" }),
    onResumed: listen,
  });

  const serverNow = () => open?.connection.serverNow() ?? environment.now();
  function prepare(): PreparedPeer | null {
    try {
      return prepareViewerPeer(environment, options.iceTransportPolicy ?? "all", buffering);
    } catch (cause) {
      dispatch({ type: "failed", code: "not-supported", cause });
      return null;
    }
  }

  function run(command: ListeningCommand): void {
    switch (command.do) {
      case "connect":
        connect();
        break;
      case "look-up":
        if (open) void lookUp(command.code ?? options.code, open.controller.signal);
        break;
      case "disconnect":
        leave();
        prepared?.peer.close();
        prepared = null;
        open?.stopWatching();
        open?.controller.abort();
        open = null;
        break;
      case "ask": {
        const delayMs = askDelayMs(command.reason, environment.random);
        const request = () => open?.connection.requestSeat();
        cancelAsk();
        if (delayMs === 0) request();
        else cancelAsk = setTimer(request, delayMs);
        break;
      }
      case "cancel-request":
        cancelAsk();
        break;
      case "leave":
        leave();
        break;
      case "begin":
        begin(command.seat, command.staggered);
        break;
      case "renew":
        cancelAsk();
        media?.media.renew(command.seat);
        break;
      case "end-media":
        endMedia();
        break;
      case "speaker-back":
        media?.media.speakerBack();
        break;
      case "unmute":
        player.unmute();
        break;
      case "mute":
        player.mute();
        break;
      case "await-tap":
        cancelUntapped = setTimer(() => dispatch({ type: "untapped" }), UNTAPPED_MS);
        break;
      case "stop-awaiting-tap":
        cancelUntapped();
        break;
    }
  }

  function connect(): void {
    const controller = new AbortController();
    const { signal } = controller;
    marks.clear();
    marks.note("start");
    const connection = connectSession({
      webSocketUrl: options.webSocketUrl,
      role: "listener",
      code: options.code,
      seatAtOnce: true,
      signal,
    });
    connection.subscribe(onSessionEvent);
    const stopWatching = watchWaking(environment, () => {
      connection.check();
      media?.media.wake();
    });
    open = { connection, controller, stopWatching };
    void lookUp(options.code, signal);
    void warmCredentials(credentials).then((refusal) => {
      if (signal.aborted) return;
      marks.note("credentials");
      if (refusal) dispatch({ type: "failed", code: refusal.code, cause: refusal.cause });
    });
    prepared = prepare();
  }

  async function lookUp(code: string, signal: AbortSignal): Promise<void> {
    const session = await lookUpSession(options.httpApiUrl, code, environment);
    if (signal.aborted) return;
    if (session === null) dispatch({ type: "look-up-failed" });
    else if (session === "not-found") dispatch({ type: "refused", code: "session-not-found" });
    else dispatch({ type: "session", session, by: "http" });
  }

  function onSessionEvent(event: SessionEvent): void {
    switch (event.type) {
      case "open":
        marks.note("socket");
        break;
      case "closed":
        environment.note(`session socket closed: ${event.error.code}`);
        dispatch({ type: "unreachable", attempt: event.attempt });
        break;
      case "session":
        marks.note("session");
        dispatch({ type: "session", session: event.session, by: "socket" });
        break;
      case "seat":
        marks.note("seat");
        dispatch({ type: "seat", seat: event });
        break;
      case "ended":
        dispatch({ type: "ended" });
        break;
      case "error":
        dispatch({ type: "refused", code: event.code });
        break;
      default:
        break;
    }
  }

  function begin(seat: Seat, staggered: boolean): void {
    cancelAsk();
    endMedia();
    const controller = new AbortController();
    const { signal } = controller;
    const peer = prepared ?? prepare();
    if (!peer) return;
    prepared = null;
    const begun = startMedia({
      seat,
      staggered,
      region: options.region,
      local: options.awsEndpoint !== undefined,
      credentials,
      prepared: peer,
      serverNow,
      environment,
      mark: marks.note,
      signal,
      tell: (what) => dispatch({ type: what }),
      onObstacle: (obstacle) => dispatch({ type: "obstructed", obstacle }),
      onSpeaker: (facts) => dispatch({ type: "speaker", facts }),
      onRefused: ({ code, cause }) => dispatch({ type: "failed", code, cause }),
    });
    media = { media: begun, controller };
    player.setStream(peer.peer.stream);
    void reportHearing(peer.peer, player.state, environment, signal);
    void followDelay(peer.peer, player.outputLatencyMs, delay.dispatch, environment, signal);
  }

  function endMedia(): void {
    media?.controller.abort();
    media = null;
  }

  function leave(): void {
    cancelAsk();
    endMedia();
    open?.connection.leave();
  }

  const start = () => dispatch({ type: "started" });
  const left = () => dispatch({ type: "left" });
  const stopFollowing = followPage(environment, { onHide: left, onRestored: start, onBack: player.resume });

  function listen(): void {
    marks.note("tap");
    dispatch({ type: "tapped" });
  }

  return {
    ...view,
    start,
    listen,
    stop: () => dispatch({ type: "stopped" }),
    setVolume: player.setVolume,
    setBuffering: buffering.set,
    attach: player.attach,
    level: player.level,
    delay,
    serverNow,
    close() {
      stopFollowing();
      left();
      player.close();
    },
  };
}
