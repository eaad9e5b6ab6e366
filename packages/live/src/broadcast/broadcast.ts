import { createMachine, viewOnto } from "@lectern/primitives";
import { connectSession, type SessionConnection, type SessionEvent } from "@lectern/session-api/client";
import { createCredentials, isWorthAnotherTry } from "../credentials.ts";
import { browserEnvironment } from "../environment.ts";
import { LiveError } from "../errors.ts";
import type { ListenerReport } from "../peer/state-channel.ts";
import { watchWaking } from "../waking.ts";
import { startChannelMaster } from "./channel-master.ts";
import { type BroadcastCommand, initialBroadcast, type Outlets } from "./facts.ts";
import type { Broadcast, BroadcastOptions } from "./options.ts";
import type { Outlet } from "./outlet.ts";
import { transitionBroadcast } from "./state.ts";
import { createTelling } from "./telling.ts";
import { speakerFacts, viewOf } from "./view.ts";

/** Long enough for the data channels to send that it is over. */
const FAREWELL_MS = 400;

/** The connection to the session, and what ends with it. */
interface Hosting {
  connection: SessionConnection;
  controller: AbortController;
  stopWatching(): void;
}

/**
 * One speaker's way on air: hosts the session and serves every listener. What happens is decided in state.ts; here its
 * commands are carried out, and what they open is held.
 */
export function createBroadcast(options: BroadcastOptions): Broadcast {
  const { api, code, microphone } = options;
  const environment = browserEnvironment(options.environment);
  const isRetryable = options.isRetryable ?? isWorthAnotherTry;
  const credentials = createCredentials(options.credentials, isRetryable, environment.steadyNow);
  const machine = createMachine(initialBroadcast(options.session), transitionBroadcast, run);
  const { dispatch } = machine;
  /** By the channel's ARN. */
  const outlets = new Map<string, { macKey: string; outlet: Outlet }>();
  const telling = createTelling({
    tell: (status) => api.patchSession(codeNow(), { status }),
    onTold: (session) => dispatch({ type: "session", session }),
    onFailed: (attempt) => dispatch({ type: "telling-failed", attempt }),
    environment,
  });
  let openHosting: Hosting | null = null;
  let track: MediaStreamTrack | null = null;

  /** Its link may have been replaced since. */
  const codeNow = () => machine.getState().session?.code ?? code;
  const eachOutlet = () => [...outlets.values()].map(({ outlet }) => outlet);
  const serverNow = () => openHosting?.connection.serverNow() ?? environment.now();
  const factsForListeners = () => speakerFacts(machine.getState());

  function run(command: BroadcastCommand): void {
    switch (command.do) {
      case "take-microphone":
        track = microphone.track();
        updateOutlets();
        break;
      case "connect":
        connect();
        break;
      case "take-over":
        openHosting?.connection.takeOver();
        break;
      case "disconnect":
        disconnect();
        break;
      case "serve":
        serve(command.outlets);
        break;
      case "ask-session":
        openHosting?.connection.check();
        break;
      case "tell-on-air":
        openHosting?.connection.mastering(command.id);
        break;
      case "tell":
        telling.begin(command.status);
        break;
      case "stop-telling":
        telling.stop();
        break;
      case "update-outlets":
        updateOutlets();
        break;
      case "silence":
        for (const outlet of eachOutlet()) outlet.close();
        outlets.clear();
        if (track) track.enabled = true;
        track = null;
        break;
      case "farewell":
        farewell();
        break;
    }
  }

  function updateOutlets(): void {
    const now = factsForListeners();
    if (track) track.enabled = !(now.muted || now.paused);
    for (const outlet of eachOutlet()) outlet.say(now);
  }

  function farewell(): void {
    const finished = eachOutlet();
    outlets.clear();
    for (const outlet of finished) outlet.say(factsForListeners());
    // Nothing is sent while the farewell travels, least of all from a microphone that was muted.
    const last = track;
    if (last) last.enabled = false;
    track = null;
    environment.setTimer(() => {
      for (const outlet of finished) outlet.close();
      if (last && last !== track) last.enabled = true;
    }, FAREWELL_MS);
  }

  function connect(): void {
    disconnect();
    const controller = new AbortController();
    const connection = connectSession({
      webSocketUrl: options.webSocketUrl,
      role: "host",
      code: codeNow(),
      accessToken: options.accessToken,
      isRetryable,
      signal: controller.signal,
    });
    connection.subscribe(onSessionEvent);
    const stopWatching = watchWaking(environment, () => {
      connection.check();
      for (const outlet of eachOutlet()) outlet.wake();
    });
    openHosting = { connection, controller, stopWatching };
  }

  function disconnect(): void {
    openHosting?.stopWatching();
    openHosting?.controller.abort();
    openHosting = null;
  }

  function onSessionEvent(event: SessionEvent): void {
    switch (event.type) {
      case "closed": {
        const { attempt, error } = event;
        environment.note(`session socket closed: ${error.code}`);
        dispatch({ type: "unreachable", attempt, isSignedOut: error.code === "unauthorized", cause: error });
        break;
      }
      case "session":
        options.onServerTime?.(event.serverTime);
        dispatch({ type: "session", session: event.session });
        break;
      case "channels":
        dispatch({ type: "outlets", outlets: { channels: event.channels, macKey: event.macKey } });
        break;
      case "listeners":
        dispatch({ type: "listeners", counts: { waiting: event.waiting, seated: event.seated } });
        break;
      case "displaced":
        dispatch({ type: "displaced" });
        break;
      case "ended":
        dispatch({ type: "ended" });
        break;
      case "error":
        dispatch({ type: "refused", code: event.code, cause: event });
        break;
      default:
        break;
    }
  }

  function serve({ channels, macKey }: Outlets): void {
    for (const [id, { outlet, macKey: old }] of outlets) {
      if (old === macKey && channels.some((channel) => channel.channelArn === id)) continue;
      outlet.close();
      outlets.delete(id);
    }
    for (const channel of channels) {
      const id = channel.channelArn;
      if (outlets.has(id)) continue;
      const isServed = () => outlets.get(id)?.outlet === outlet;
      const outlet = startChannelMaster({
        channel,
        macKey,
        region: options.region,
        local: options.awsEndpoint !== undefined,
        credentials,
        iceTransportPolicy: options.iceTransportPolicy ?? "all",
        serverNow,
        sound() {
          if (!track) throw new LiveError("microphone-not-open", "there is nothing to send");
          return { track, mode: microphone.getState().mode };
        },
        facts: factsForListeners,
        environment,
        onAir() {
          if (isServed()) dispatch({ type: "outlet-on-air", id, at: Math.round(serverNow()) });
        },
        onLost(attempt, error) {
          // The channel of a broadcast that is over is deleted: that is no loss.
          if (!isServed()) return false;
          const isRefused = error instanceof LiveError && error.code === "credentials-refused";
          if (isRefused) dispatch({ type: "outlet-refused", id, attempt, cause: error.cause });
          else dispatch({ type: "outlet-lost", id, attempt });
          return isServed();
        },
        onGone: (clientId, reason, isStill) => openHosting?.connection.gone(clientId, reason, isStill),
        onChange: count,
      });
      outlets.set(id, { macKey, outlet });
    }
  }

  function count(): void {
    const peers = eachOutlet().flatMap((outlet) => outlet.peers());
    const connected = peers.filter((peer) => peer.isConnected()).length;
    const reporting = (report: ListenerReport) => peers.filter((peer) => peer.report() === report).length;
    const [hearing, notHearing] = [reporting("hearing"), reporting("not-hearing")];
    const unreached = peers.filter((peer) => peer.isUnreached()).length;
    dispatch({ type: "listeners", counts: { connected, hearing, notHearing, unreached } });
  }

  /** The microphone has another track, or another mode. */
  async function onMicrophone(): Promise<void> {
    const next = microphone.track();
    if (!next || !track) return;
    track = next;
    updateOutlets();
    await Promise.all(eachOutlet().map((outlet) => outlet.send(next, microphone.getState().mode)));
  }

  const stopFollowing = microphone.subscribe(() => void onMicrophone());

  // A page that comes back out of the browser's cache can go live again.
  const closed = () => dispatch({ type: "closed" });
  environment.page.addEventListener("pagehide", closed);

  return {
    ...viewOnto(machine, viewOf),
    goLive: () => dispatch({ type: "go-live", hasMicrophone: microphone.track() !== null }),
    takeOver: () => dispatch({ type: "take-over", hasMicrophone: microphone.track() !== null }),
    mute: () => dispatch({ type: "muted", muted: true }),
    unmute: () => dispatch({ type: "muted", muted: false }),
    pause: () => dispatch({ type: "paused", paused: true }),
    resume: () => dispatch({ type: "paused", paused: false }),
    end: () => dispatch({ type: "ending" }),
    serverNow,
    close() {
      stopFollowing();
      environment.page.removeEventListener("pagehide", closed);
      closed();
    },
  };
}
