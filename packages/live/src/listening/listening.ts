import { connectSession, type SessionConnection, type SessionEvent } from "@lectern/session-api/client";
import type { ApiErrorCode, Session } from "@lectern/session-api/contract";
import { isWorthAnotherTry, translateCredentials } from "../credentials.ts";
import { browserEnvironment } from "../environment.ts";
import type { LiveErrorCode } from "../errors.ts";
import { createStore } from "../subscribable.ts";
import { lookUpSession, warmCredentials } from "./look-up.ts";
import { type Media, type MediaSeat, startMedia } from "./media.ts";
import type { Listening, ListeningOptions } from "./options.ts";
import { createPlayer } from "./player.ts";
import { reportHearing } from "./reporting.ts";
import { initialListening, transitionListening } from "./state.ts";
import { watchUntapped } from "./untapped.ts";
import { type PreparedPeer, prepareViewerPeer } from "./viewer-peer.ts";

/** Those who waited together ask for their seats spread over this: a channel takes 3 connects a second. */
const HERD_SPREAD_MS = 1000;
const FULL_RETRY_MS = 3000;
const FULL_RETRY_SPREAD_MS = 4000;
/** Before anything was ever heard of the session, so many failed connections are told. */
const LOOK_UP_ATTEMPTS = 4;

/** One listener's way to the sound of one session: everything before the tap is done before the tap. */
export function createListening(options: ListeningOptions): Listening {
  const environment = browserEnvironment(options.environment);
  const { setTimer, random } = environment;
  const credentials = translateCredentials(options.credentials, options.isRetryable ?? isWorthAnotherTry);
  const store = createStore(initialListening, transitionListening);
  const { dispatch, getState } = store;

  let started: AbortController | null = null;
  let connection: SessionConnection | null = null;
  let prepared: PreparedPeer | null = null;
  let run: { media: Media; seat: MediaSeat; controller: AbortController } | null = null;
  let rev = -1;
  let asked = false;
  let losses = 0;
  let cancelAsk: () => void = () => undefined;
  const marked = new Set<string>();

  const player = createPlayer(environment, {
    onSound: () => mark("sound"),
    onRefused() {
      player.mute();
      dispatch({ type: "play-refused" });
    },
  });

  function mark(step: string): void {
    if (marked.has(step)) return;
    marked.add(step);
    environment.mark(`lectern:${step}`);
  }

  const prepare = () => prepareViewerPeer(environment, options.iceTransportPolicy ?? "all");

  function ask(delayMs = 0): void {
    cancelAsk();
    asked = true;
    if (delayMs === 0) connection?.requestSeat();
    else cancelAsk = setTimer(() => connection?.requestSeat(), delayMs);
  }

  function endRun(): void {
    run?.controller.abort();
    run = null;
  }

  function leaveSeat(): void {
    cancelAsk();
    asked = false;
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
    rev = session.rev;
    mark("session");
    dispatch({ type: "session", title: session.title, session: session.status });
    const { status } = getState();
    if (status === "waiting" || status === "ended") {
      // A seat asked for and given all the same is given back when it comes.
      cancelAsk();
      asked = false;
      if (run) leaveSeat();
      if (status === "ended") player.mute();
    } else if (status === "connecting" && !asked && !run && connection) {
      ask(waited ? random() * HERD_SPREAD_MS : 0);
    }
  }

  function onSeat(seat: MediaSeat): void {
    asked = false;
    mark("seat");
    // Renewed, or resumed with the socket: the way to the sound stays.
    if (run?.seat.channelArn === seat.channelArn) {
      run.media.renew(seat.clientId);
      return;
    }
    const { status } = getState();
    if (status !== "connecting" && status !== "reconnecting" && status !== "full") {
      connection?.leave();
      return;
    }
    dispatch({ type: "seated" });
    endRun();
    begin(seat);
  }

  function begin(seat: MediaSeat): void {
    const controller = new AbortController();
    const peer = prepared ?? prepare();
    prepared = null;
    const media = startMedia({
      seat,
      region: options.region,
      local: options.awsEndpoint !== undefined,
      credentials,
      prepared: peer,
      serverNow: () => connection?.serverNow() ?? environment.now(),
      environment,
      mark,
      signal: controller.signal,
      onMedia() {
        losses = 0;
        dispatch({ type: "media" });
      },
      onSpeaker({ muted, paused, title, ended }) {
        if (ended) onEnded();
        else dispatch({ type: "speaker", muted, paused, title });
      },
      onLost: () => dispatch({ type: "lost", reason: "connection-lost", attempt: ++losses }),
      onSpent() {
        endRun();
        ask(losses === 0 ? 0 : random() * Math.min(8000, 500 * 2 ** losses));
      },
      onFailed: (error) => fail(error.code, error.cause),
    });
    run = { media, seat, controller };
    player.setStream(peer.peer.stream);
    reportHearing(media, player.state, setTimer, controller.signal);
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
        ask(FULL_RETRY_MS + random() * FULL_RETRY_SPREAD_MS);
        break;
      case "session-not-found":
        halt();
        dispatch({ type: "not-found" });
        break;
      case "session-not-live":
        asked = false;
        break;
      case "seat-lost":
        // The connection asks again by itself if a seat was being asked for.
        if (!run || asked) break;
        if (!run.media.isConnected()) endRun();
        ask(HERD_SPREAD_MS * random());
        break;
      case "throttled":
      case "unavailable":
        if (asked) ask(HERD_SPREAD_MS * (1 + random()));
        break;
      default:
        break;
    }
  }

  function onEvent(event: SessionEvent): void {
    switch (event.type) {
      case "open":
        mark("socket");
        break;
      case "closed":
        if (event.attempt >= LOOK_UP_ATTEMPTS && getState().status === "looking-up") fail("network", event.error);
        break;
      case "session":
        onSession(event.session);
        break;
      case "seat":
        onSeat(event);
        break;
      case "ended":
        onEnded();
        break;
      case "error":
        onRefusal(event.code);
        break;
      case "channels":
      case "listeners":
      case "displaced":
        break;
    }
  }

  function start(): void {
    if (started) return;
    started = new AbortController();
    const { signal } = started;
    rev = -1;
    marked.clear();
    mark("start");
    dispatch({ type: "started" });
    asked = true;
    connection = connectSession({
      webSocketUrl: options.webSocketUrl,
      role: "listener",
      code: options.code,
      seatAtOnce: true,
      signal,
    });
    connection.subscribe(onEvent);
    void lookUpSession(options.httpApiUrl, options.code).then((session) => {
      if (signal.aborted || session === null) return;
      if (session === "not-found") onRefusal("session-not-found");
      else onSession(session);
    });
    void warmCredentials(credentials).then((refusal) => {
      if (signal.aborted) return;
      mark("credentials");
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
    started?.abort();
    started = null;
    connection = null;
  }

  const noteTap = watchUntapped(setTimer, () => {
    dispatch({ type: "standby" });
    leaveSeat();
  });
  store.subscribe(() => noteTap(getState()));

  const onPageShow = (event: Event) => {
    if ("persisted" in event && event.persisted) start();
  };
  environment.page.addEventListener("pagehide", halt);
  environment.page.addEventListener("pageshow", onPageShow);

  return {
    getState,
    subscribe: store.subscribe,
    start,
    listen() {
      mark("tap");
      player.unmute();
      dispatch({ type: "tapped" });
      if (getState().status === "connecting" && !asked && !run) ask();
    },
    stop() {
      player.mute();
      dispatch({ type: "stopped" });
      const state = getState();
      if (state.status === "ready" && state.standby) leaveSeat();
    },
    setVolume: player.setVolume,
    attach: player.attach,
    level: player.level,
    close() {
      environment.page.removeEventListener("pagehide", halt);
      environment.page.removeEventListener("pageshow", onPageShow);
      halt();
      player.close();
    },
  };
}
