import { createStore } from "@lectern/primitives";
import { connectSession, type SessionConnection } from "@lectern/session-api/client";
import type { ApiErrorCode, Session } from "@lectern/session-api/contract";
import { createCredentials, isWorthAnotherTry } from "../credentials.ts";
import { browserEnvironment } from "../environment.ts";
import type { LiveErrorCode } from "../errors.ts";
import { watchWaking } from "../waking.ts";
import { createBufferingChoice } from "./buffering.ts";
import { followDelay } from "./delay.ts";
import { lookUpSession, warmCredentials } from "./look-up.ts";
import { createMarks } from "./marks.ts";
import { type Media, type MediaSeat, startMedia } from "./media.ts";
import type { Listening, ListeningOptions } from "./options.ts";
import { followPage } from "./page-life.ts";
import { createPlayer } from "./player.ts";
import { reportHearing } from "./reporting.ts";
import { createSeatRequest } from "./seat-request.ts";
import { routeSessionEvents } from "./session-events.ts";
import { initialListening, transitionListening } from "./state.ts";
import { watchUntapped } from "./untapped.ts";
import { type PreparedPeer, prepareViewerPeer } from "./viewer-peer.ts";

/** One listener's way to the sound of one session: everything before the tap is done before the tap. */
export function createListening(options: ListeningOptions): Listening {
  const environment = browserEnvironment(options.environment);
  const isRetryable = options.isRetryable ?? isWorthAnotherTry;
  const credentials = createCredentials(options.credentials, isRetryable, environment.now);
  const store = createStore(initialListening, transitionListening);
  const { dispatch, getState } = store;
  const delay = createStore<number | null, number | null>(null, (_, delayMs) => delayMs);

  let started: AbortController | null = null;
  let connection: SessionConnection | null = null;
  let prepared: PreparedPeer | null = null;
  let run: { media: Media; seat: MediaSeat; controller: AbortController } | null = null;
  let rev = -1;
  let hosted = true;
  let losses = 0;
  let stopWatching: () => void = () => undefined;
  const marks = createMarks(environment.mark);
  const seat = createSeatRequest(environment, () => connection?.requestSeat());

  const player = createPlayer(environment, {
    onSound: () => marks.note("sound"),
    onRefused() {
      player.mute();
      dispatch({ type: "play-refused" });
    },
    onInterrupted: () => dispatch({ type: "play-refused" }),
    onResumed: listen,
  });

  const serverNow = () => connection?.serverNow() ?? environment.now();
  const buffering = createBufferingChoice(options.buffering ?? "low-delay");
  const prepare = () => prepareViewerPeer(environment, options.iceTransportPolicy ?? "all", buffering);

  function endRun(): void {
    run?.controller.abort();
    run = null;
  }

  function leaveSeat(): void {
    seat.settle();
    endRun();
    connection?.leave();
  }

  function fail(code: LiveErrorCode, cause: unknown): void {
    halt();
    dispatch({ type: "failed", code, cause });
  }

  function onSession(session: Session): void {
    if (session.rev < rev) return;
    const waited = ["waiting", "ended"].includes(getState().status);
    if (session.hosted && !hosted) run?.media.offerAgain();
    rev = session.rev;
    hosted = session.hosted;
    marks.note("session");
    dispatch({ type: "session", title: session.title, session: session.status, hosted });
    const { status } = getState();
    const isOver = session.status === "waiting" || status === "ended";
    if (isOver || status === "waiting") {
      // A seat asked for and given all the same is given back when it comes.
      seat.settle();
      if (isOver && run) leaveSeat();
      if (status === "ended") player.mute();
    } else if (status === "connecting" && !seat.isOpen() && !run && connection) {
      seat.ask(waited ? "on-air" : "own");
    }
  }

  function onSeat(given: MediaSeat): void {
    seat.settle();
    marks.note("seat");
    // Renewed, or resumed with the socket: the way to the sound stays.
    if (run?.seat.channelArn === given.channelArn) {
      run.media.renew(given);
      return;
    }
    const { status } = getState();
    if (status !== "connecting" && status !== "reconnecting" && status !== "full") {
      connection?.leave();
      return;
    }
    dispatch({ type: "seated" });
    endRun();
    begin(given);
  }

  function onLost(): void {
    dispatch({ type: "lost", reason: "connection-lost", attempt: ++losses });
    if (!hosted) dispatch({ type: "unhosted" });
  }

  function onSpent(): void {
    onLost();
    endRun();
    if (hosted) seat.ask({ spent: losses });
  }

  function begin(given: MediaSeat): void {
    const controller = new AbortController();
    const peer = prepared ?? prepare();
    prepared = null;
    const media = startMedia({
      seat: given,
      staggered: seat.isCrowded(),
      region: options.region,
      local: options.awsEndpoint !== undefined,
      credentials,
      prepared: peer,
      serverNow,
      environment,
      mark: marks.note,
      signal: controller.signal,
      onMedia() {
        losses = 0;
        seat.calm();
        dispatch({ type: "media" });
      },
      onSpeaker({ muted, paused, title, ended }) {
        if (ended) onEnded();
        else dispatch({ type: "speaker", muted, paused, title });
      },
      onLost,
      onSpent,
      onFailed: (error) => fail(error.code, error.cause),
    });
    run = { media, seat: given, controller };
    player.setStream(peer.peer.stream);
    reportHearing(media, player.state, environment.setTimer, controller.signal);
    void followDelay(peer.peer, player.outputLatencyMs, delay.dispatch, environment.setTimer, controller.signal);
  }

  function onEnded(): void {
    dispatch({ type: "ended" });
    if (getState().status !== "ended") return;
    player.mute();
    leaveSeat();
  }

  function onRefusal(code: ApiErrorCode): void {
    switch (code) {
      case "full":
        endRun();
        dispatch({ type: "full" });
        seat.ask("full");
        break;
      case "session-not-found":
        halt();
        dispatch({ type: "not-found" });
        break;
      case "session-not-live":
        seat.settle();
        break;
      case "seat-lost":
        // The connection asks again by itself if a seat was being asked for.
        if (!run || seat.isOpen()) break;
        if (!run.media.isConnected()) endRun();
        seat.ask("seat-lost");
        break;
      case "throttled":
      case "unavailable":
        if (seat.isOpen()) seat.ask("throttled");
        break;
      default:
        break;
    }
  }

  const onEvent = routeSessionEvents({
    onOpen: () => marks.note("socket"),
    onClosed(attempt, code) {
      seat.crowd();
      environment.note(`session socket closed: ${code}`);
      dispatch({ type: "unreachable", attempt });
    },
    onSession,
    onSeat,
    onEnded,
    onRefusal,
  });

  function start(): void {
    if (started) return;
    started = new AbortController();
    const { signal } = started;
    rev = -1;
    marks.clear();
    marks.note("start");
    dispatch({ type: "started" });
    hosted = true;
    connection = connectSession({
      webSocketUrl: options.webSocketUrl,
      role: "listener",
      code: options.code,
      seatAtOnce: true,
      signal,
    });
    connection.subscribe(onEvent);
    seat.ask("own");
    stopWatching = watchWaking(environment, () => {
      connection?.check();
      run?.media.wake();
    });
    void lookUpSession(options.httpApiUrl, options.code).then((session) => {
      if (signal.aborted || session === null) return;
      if (session === "not-found") onRefusal("session-not-found");
      else onSession(session);
    });
    void warmCredentials(credentials).then((refusal) => {
      if (signal.aborted) return;
      marks.note("credentials");
      if (refusal) fail(refusal.code, refusal.cause);
    });
    try {
      prepared = prepare();
    } catch (cause) {
      fail("not-supported", cause);
    }
  }

  function halt(): void {
    if (started) leaveSeat();
    prepared?.peer.close();
    prepared = null;
    stopWatching();
    started?.abort();
    started = null;
    connection = null;
  }

  const noteTap = watchUntapped(environment.setTimer, () => {
    dispatch({ type: "standby" });
    leaveSeat();
  });
  store.subscribe(() => noteTap(getState()));

  const stopFollowing = followPage(environment, { onHide: halt, onRestored: start, onBack: player.resume });

  function listen(): void {
    marks.note("tap");
    player.unmute();
    dispatch({ type: "tapped" });
    if (getState().status !== "connecting") return;
    if (!hosted) dispatch({ type: "unhosted" });
    else if (!seat.isOpen() && !run) seat.ask("own");
  }

  return {
    getState,
    subscribe: store.subscribe,
    start,
    listen,
    stop() {
      player.mute();
      dispatch({ type: "stopped" });
      const state = getState();
      if (state.status === "ready" && state.standby) leaveSeat();
    },
    setVolume: player.setVolume,
    setBuffering: buffering.set,
    attach: player.attach,
    level: player.level,
    delay,
    serverNow,
    close() {
      stopFollowing();
      halt();
      player.close();
    },
  };
}
