import { createStore } from "@lectern/primitives";
import { connectSession, type SessionConnection, type SessionEvent } from "@lectern/session-api/client";
import type { Session } from "@lectern/session-api/contract";
import { createCredentials, isWorthAnotherTry } from "../credentials.ts";
import { browserEnvironment } from "../environment.ts";
import { fatalRefusal, LiveError, type LiveErrorCode } from "../errors.ts";
import type { ListenerReport, SpeakerFacts } from "../peer/state-channel.ts";
import { watchWaking } from "../waking.ts";
import { type ChannelMaster, startChannelMaster } from "./channel-master.ts";
import { createLosses, type Loss } from "./losses.ts";
import type { Broadcast, BroadcastOptions } from "./options.ts";
import { initialBroadcast, transitionBroadcast } from "./state.ts";

/** Long enough for the last words of the data channels to leave. */
const FAREWELL_MS = 400;

/** One speaker's way on air: hosts the session, is master of its channels, serves every listener. */
export function createBroadcast(options: BroadcastOptions): Broadcast {
  const { api, code, microphone } = options;
  const environment = browserEnvironment(options.environment);
  const isRetryable = options.isRetryable ?? isWorthAnotherTry;
  const credentials = createCredentials(options.credentials, isRetryable, environment.now);
  const store = createStore(initialBroadcast(options.session), transitionBroadcast);
  const masters = new Map<string, { macKey: string; master: ChannelMaster }>();
  const losses = createLosses();
  let stopWatching: () => void = () => undefined;
  let controller: AbortController | null = null;
  let connection: SessionConnection | null = null;
  let track: MediaStreamTrack | null = null;
  let ending = false;

  const hasBegun = () => ["live", "reconnecting"].includes(store.getState().status);
  const isOnAir = () => hasBegun() || store.getState().status === "going-live";
  const eachMaster = () => [...masters.values()].map(({ master }) => master);

  function facts(): SpeakerFacts {
    const state = store.getState();
    const title = state.session?.title ?? "";
    const muted = "muted" in state && state.muted;
    return { muted, paused: "paused" in state && state.paused, title, ended: state.status === "ended" };
  }

  /** Makes what is sent and said agree with the state. */
  function apply(): void {
    const now = facts();
    if (track) track.enabled = !(now.muted || now.paused);
    for (const master of eachMaster()) master.say(now);
  }

  function count(): void {
    const peers = eachMaster().flatMap((master) => master.peers());
    const connected = peers.filter((peer) => peer.isConnected()).length;
    const reporting = (report: ListenerReport) => peers.filter((peer) => peer.report() === report).length;
    const [hearing, notHearing] = [reporting("hearing"), reporting("not-hearing")];
    store.dispatch({ type: "listeners", counts: { connected, hearing, notHearing } });
  }

  function setLost(key: string, loss: Loss | null): void {
    const worst = losses.set(key, loss);
    store.dispatch(worst ? { type: "lost", ...worst } : { type: "restored" });
  }

  function silence(): void {
    for (const master of eachMaster()) master.close();
    masters.clear();
    losses.clear();
    if (track) track.enabled = true;
    track = null;
  }

  function disconnect(): void {
    stopWatching();
    controller?.abort();
    controller = null;
    connection = null;
  }

  function fail(errorCode: LiveErrorCode, cause: unknown): void {
    silence();
    // "already-hosted" keeps its connection: takeOver() speaks through it.
    if (errorCode !== "already-hosted") disconnect();
    store.dispatch({ type: "failed", code: errorCode, cause });
  }

  /** A refusal that would forbid to begin does not silence who is on air: they hear it, and go on being heard. */
  function onRefused(
    key: string,
    loss: Loss & { reason: "signed-out" | "credentials-refused" },
    cause: unknown,
  ): boolean {
    if (hasBegun()) setLost(key, loss);
    else fail(loss.reason, cause);
    return hasBegun();
  }

  function onDisplaced(): void {
    silence();
    store.dispatch({ type: "displaced" });
  }

  function onEnded(reason: "by-you" | "elsewhere"): void {
    store.dispatch({ type: "ended", reason });
    if (store.getState().status !== "ended") return;
    const finished = eachMaster();
    masters.clear();
    for (const master of finished) master.say(facts());
    // Nothing is sent while the farewell travels, least of all from a microphone that was muted.
    const last = track;
    if (last) last.enabled = false;
    track = null;
    environment.setTimer(() => {
      for (const master of finished) master.close();
      if (last && last !== track) last.enabled = true;
    }, FAREWELL_MS);
    silence();
    disconnect();
  }

  function onChannels({ channels, macKey }: Extract<SessionEvent, { type: "channels" }>): void {
    for (const [channelArn, { master, macKey: old }] of masters) {
      if (old === macKey && channels.some((channel) => channel.channelArn === channelArn)) continue;
      master.close();
      masters.delete(channelArn);
    }
    for (const channel of channels) {
      if (masters.has(channel.channelArn)) continue;
      const key = `signaling ${channel.channelArn}`;
      const master = startChannelMaster({
        channel,
        macKey,
        region: options.region,
        local: options.awsEndpoint !== undefined,
        credentials,
        iceTransportPolicy: options.iceTransportPolicy ?? "all",
        serverNow: () => connection?.serverNow() ?? api.serverNow(),
        sound() {
          if (!track) throw new LiveError("microphone-not-open", "there is nothing to send");
          return { track, mode: microphone.getState().mode };
        },
        facts,
        environment,
        onOpen() {
          if (masters.get(channel.channelArn)?.master !== master) return;
          connection?.mastering(channel.channelArn);
          store.dispatch({ type: "on-air", at: Math.round(api.serverNow()) });
          setLost(key, null);
        },
        onLost(attempt, error) {
          // The channel of a broadcast that is over is deleted: that is no loss.
          if (masters.get(channel.channelArn)?.master !== master) return false;
          if (error instanceof LiveError && error.code === "credentials-refused") {
            return onRefused(key, { reason: error.code, attempt }, error.cause);
          }
          setLost(key, { reason: "signaling", attempt });
          return true;
        },
        onGone: (clientId, reason) => connection?.gone(clientId, reason),
        onChange: count,
      });
      masters.set(channel.channelArn, { macKey, master });
    }
  }

  function onEvent(event: SessionEvent): void {
    switch (event.type) {
      case "open":
        setLost("session", null);
        break;
      case "closed":
        environment.note(`session socket closed: ${event.error.code}`);
        if (event.error.code === "unauthorized")
          onRefused("session", { reason: "signed-out", attempt: event.attempt }, event.error);
        else setLost("session", { reason: "session-socket", attempt: event.attempt });
        break;
      case "session":
        options.onServerTime?.(event.serverTime);
        onSession(event.session);
        break;
      case "channels":
        onChannels(event);
        break;
      case "listeners":
        store.dispatch({ type: "listeners", counts: { waiting: event.waiting, seated: event.seated } });
        break;
      case "displaced":
        onDisplaced();
        break;
      case "ended":
        onEnded(ending ? "by-you" : "elsewhere");
        break;
      case "error": {
        const fatal = fatalRefusal(event.code);
        // Another page took over while this one was out of reach.
        if (fatal === "already-hosted" && hasBegun()) onDisplaced();
        else if (fatal === "signed-out") onRefused("session", { reason: fatal, attempt: 1 }, event);
        else if (fatal) fail(fatal, event);
        break;
      }
      default:
        break;
    }
  }

  function onSession(session: Session): void {
    store.dispatch({ type: "session", session });
    const { status } = store.getState();
    if (session.status === "ended" && (status === "live" || status === "reconnecting")) {
      onEnded(ending ? "by-you" : "elsewhere");
    } else {
      apply();
    }
  }

  function host(): void {
    disconnect();
    controller = new AbortController();
    connection = connectSession({
      webSocketUrl: options.webSocketUrl,
      role: "host",
      code,
      accessToken: options.accessToken,
      isRetryable,
      signal: controller.signal,
    });
    connection.subscribe(onEvent);
    stopWatching = watchWaking(environment, () => {
      connection?.check();
      for (const master of eachMaster()) master.renewSignaling();
    });
  }

  /** The microphone's track, if it has another one now. */
  async function adopt(next: MediaStreamTrack | null): Promise<void> {
    if (!next || !isOnAir()) return;
    track = next;
    apply();
    await Promise.all(eachMaster().map((master) => master.send(next, microphone.getState().mode)));
  }

  const stopFollowing = microphone.subscribe(() => void adopt(microphone.track()));

  function close(): void {
    stopFollowing();
    environment.page.removeEventListener("pagehide", close);
    silence();
    disconnect();
  }
  environment.page.addEventListener("pagehide", close);

  function setPaused(paused: boolean): void {
    store.dispatch({ type: "paused", paused });
    apply();
    // Listeners already know through their data channels; those who come later read the session.
    void api.patchSession(code, { status: paused ? "paused" : "live" }).catch(() => undefined);
  }
  function setMuted(muted: boolean): void {
    store.dispatch({ type: "muted", muted });
    apply();
  }

  return {
    getState: store.getState,
    subscribe: store.subscribe,
    goLive() {
      track = microphone.track();
      ending = false;
      store.dispatch({ type: "go-live" });
      if (store.getState().status !== "going-live") return;
      if (track) host();
      else fail("microphone-not-open", undefined);
    },
    takeOver() {
      track = microphone.track();
      store.dispatch({ type: "take-over" });
      if (store.getState().status !== "going-live") return;
      if (!track) {
        fail("microphone-not-open", undefined);
        return;
      }
      if (!connection) host();
      connection?.takeOver();
    },
    mute: () => setMuted(true),
    unmute: () => setMuted(false),
    pause: () => setPaused(true),
    resume: () => setPaused(false),
    async end() {
      ending = true;
      try {
        await api.patchSession(code, { status: "ended" });
      } catch (cause) {
        ending = false;
        throw new LiveError("network", "the session API could not be told", { cause });
      }
      onEnded("by-you");
    },
    replaceTrack: adopt,
    close,
  };
}
