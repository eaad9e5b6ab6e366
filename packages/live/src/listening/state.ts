import type { Step } from "@lectern/primitives";
import type { ApiErrorCode, Session } from "@lectern/session-api/contract";
import {
  initialListening,
  type ListeningCommand,
  type ListeningEvent,
  type ListeningFacts,
  type Seat,
  type SeatReason,
  type Talk,
} from "./facts.ts";
import { stageOf } from "./view.ts";

export type ListeningStep = Step<ListeningFacts, ListeningCommand>;

const to = (state: ListeningFacts, ...commands: ListeningCommand[]): ListeningStep => ({ state, commands });

const statusOf = (facts: ListeningFacts) => stageOf(facts).status;
const isHosted = ({ talk }: ListeningFacts) => talk.is === "found" && talk.hosted;
const isOver = ({ talk }: ListeningFacts) => talk.is === "found" && talk.status === "ended";
const noSeat = { seat: null, speaker: null } as const;
const heldNoMore = { ...noSeat, request: "none", sound: "none", obstacle: null } as const;

/** Fewer failures of the socket say nothing of the network. */
const FAILURES_IN_A_ROW = 2;
/** A page whose socket stays away follows the session over HTTP, once in so many attempts. */
const LOOK_UP_EVERY = 8;

function onUnreachable(facts: ListeningFacts, attempt: number): ListeningStep {
  const { network } = facts.socket;
  // HTTP answered, and the socket failed after that: an outage of both that is just over looks otherwise.
  const isBlocked = attempt >= FAILURES_IN_A_ROW && network === "http-answered";
  const socket = { attempt, network: isBlocked ? "sockets-blocked" : network } as const;
  const isDue = attempt === FAILURES_IN_A_ROW || attempt % LOOK_UP_EVERY === 0;
  const code = facts.talk.is === "found" ? facts.talk.code : null;
  return to({ ...facts, staggered: true, socket }, ...(isDue ? [{ do: "look-up", code } as const] : []));
}

/** Something answered: the socket, or HTTP. */
function answered(facts: ListeningFacts, by: "socket" | "http"): ListeningFacts {
  const { attempt, network } = facts.socket;
  if (by === "http") {
    const isKnown = network === "http-answered" || network === "sockets-blocked";
    return isKnown ? facts : { ...facts, socket: { attempt, network: "http-answered" } };
  }
  return attempt === 0 && network === "unknown" ? facts : { ...facts, socket: initialListening.socket };
}

function ask(facts: ListeningFacts, reason: SeatReason): ListeningStep {
  const staggered = facts.staggered || (reason !== "came" && reason !== "full");
  const request = reason === "full" || facts.request === "full" ? "full" : "open";
  return to({ ...facts, request, staggered }, { do: "ask", reason });
}

/** Ends with nothing held or asked for. `leave` if the session API has to be told. */
function giveUp(facts: ListeningFacts): ListeningCommand[] {
  if (facts.seat) return [{ do: "leave" }];
  return facts.request === "none" ? [] : [{ do: "cancel-request" }];
}

/** Whether a snapshot is older than what is known of the same session. */
const isOlder = (talk: Talk, { id, rev, status }: Session) =>
  (talk.id === id || talk.id === "") &&
  (rev < talk.rev || (talk.status === "ended" && (status === "waiting" || (status !== "ended" && rev === talk.rev))));

function onSession(facts: ListeningFacts, session: Session): ListeningStep {
  const { talk } = facts;
  const { id, code, title, status, hosted, rev } = session;
  if (talk.is !== "looking-up" && talk.is !== "found") return to(facts);
  if (talk.is === "found" && isOlder(talk, session)) return to(facts);
  const now: Talk = { is: "found", id, code, title, status, hosted, rev };
  if (status === "waiting" || status === "ended") {
    const tap = status === "ended" || facts.tap === "stopped" ? "none" : facts.tap;
    const mute = status === "ended" && !isOver(facts) ? ([{ do: "mute" }] as const) : [];
    return to({ ...facts, ...heldNoMore, talk: now, tap }, ...giveUp(facts), ...mute);
  }
  const next: ListeningFacts = {
    ...facts,
    talk: now,
    sound: !hosted && facts.sound === "lost" ? "none" : facts.sound,
    obstacle: hosted ? facts.obstacle : null,
  };
  if (statusOf(next) === "waiting") {
    // If a seat still arrives, it is returned.
    return facts.request === "none" ? to(next) : to({ ...next, request: "none" }, { do: "cancel-request" });
  }
  if (statusOf(next) === "connecting" && next.request === "none" && !next.seat) {
    return ask(next, ["waiting", "ended"].includes(statusOf(facts)) ? "on-air" : "came");
  }
  const isBack = hosted && talk.is === "found" && !talk.hosted;
  return isBack && next.seat ? to(next, { do: "speaker-back" }) : to(next);
}

/** The socket is back, and nothing has to begin because of it: what begins later begins by itself. */
function settle(step: ListeningStep): ListeningStep {
  const { seat, sound, request, staggered, socket } = step.state;
  const begins = request !== "none" || (seat !== null && sound !== "flowing");
  return begins || !staggered || socket.attempt > 0 ? step : to({ ...step.state, staggered: false }, ...step.commands);
}

function onSeat(facts: ListeningFacts, seat: Seat): ListeningStep {
  if (facts.seat?.channelArn === seat.channelArn) return to({ ...facts, seat, request: "none" }, { do: "renew", seat });
  const status = statusOf(facts);
  const isWanted = status === "connecting" || status === "reconnecting" || status === "full";
  const isHeard = facts.sound === "flowing" && facts.seat !== null;
  if (!isWanted && !isHeard) return to({ ...facts, ...heldNoMore }, { do: "leave" });
  // The session API has given the seat of what is heard to nobody, or to somebody else: that sound is about to end.
  const { sound } = isHeard ? onLost(facts) : facts;
  return to(
    { ...facts, request: "none", seat, speaker: null, sound },
    { do: "begin", seat, staggered: facts.staggered },
  );
}

/** Without a speaker's page there is nothing to come back to; what never came is awaited as before. */
const onLost = (facts: ListeningFacts): ListeningFacts => ({
  ...facts,
  sound: isHosted(facts) && facts.sound !== "none" ? "lost" : "none",
  losses: facts.losses + 1,
});

function onRefused(facts: ListeningFacts, code: ApiErrorCode): ListeningStep {
  const { talk } = facts;
  switch (code) {
    case "full": {
      if (facts.request === "none") return to(facts);
      const asked = ask({ ...facts, ...noSeat, sound: "none", obstacle: null }, "full");
      return facts.seat ? to(asked.state, { do: "end-media" }, ...asked.commands) : asked;
    }
    case "session-not-found":
      if (talk.is !== "looking-up" && talk.is !== "found") return to(facts);
      return to(
        { ...initialListening, talk: { is: "not-found", removed: talk.is === "found" } },
        { do: "mute" },
        { do: "disconnect" },
      );
    case "session-not-live":
      return facts.request === "none" ? to(facts) : to({ ...facts, request: "none" }, { do: "cancel-request" });
    case "seat-lost": {
      // If one is being asked for, the connection asks again by itself.
      if (!facts.seat || facts.request !== "none") return to(facts);
      if (facts.sound === "flowing") return ask(facts, "seat-lost");
      const asked = ask({ ...facts, ...noSeat }, "seat-lost");
      return to(asked.state, { do: "end-media" }, ...asked.commands);
    }
    case "throttled":
    case "unavailable":
      return facts.request === "none" ? to(facts) : ask(facts, "throttled");
    default:
      return to(facts);
  }
}

function onEnded(facts: ListeningFacts): ListeningStep {
  const { talk } = facts;
  if ((talk.is !== "looking-up" && talk.is !== "found") || isOver(facts)) return to(facts);
  const known = talk.is === "found" ? talk : { is: "found" as const, id: "", code: null, title: "", rev: -1 };
  const over: Talk = { ...known, status: "ended", hosted: false };
  return to({ ...facts, ...heldNoMore, talk: over, tap: "none" }, { do: "mute" }, { do: "leave" });
}

function onTapped(facts: ListeningFacts): ListeningStep {
  if (facts.talk.is === "not-found" || facts.talk.is === "failed" || isOver(facts)) return to(facts);
  const next: ListeningFacts = facts.tap === "pressed" ? facts : { ...facts, tap: "pressed" };
  if (statusOf(next) !== "connecting" || next.request !== "none" || next.seat) return to(next, { do: "unmute" });
  const asked = ask(next, "came");
  return to(asked.state, { do: "unmute" }, ...asked.commands);
}

function onStopped(facts: ListeningFacts): ListeningStep {
  const stage = stageOf(facts);
  switch (stage.status) {
    case "connecting":
    case "reconnecting":
    case "playing":
      return to({ ...facts, ...heldNoMore, tap: "stopped" }, { do: "mute" }, { do: "leave" });
    case "ready":
      if (!stage.needsTap) return to(facts, { do: "mute" });
      return to({ ...facts, ...heldNoMore, tap: "stopped" }, { do: "mute" }, { do: "leave" });
    default:
      return to(facts.tap === "none" ? facts : { ...facts, tap: "none" }, { do: "mute" });
  }
}

function react(facts: ListeningFacts, event: ListeningEvent): ListeningStep {
  const { talk } = facts;
  switch (event.type) {
    case "started":
      if (talk.is === "looking-up" || talk.is === "found") return to(facts);
      return to(
        { ...initialListening, talk: { is: "looking-up" }, tap: facts.tap, request: "open" },
        { do: "connect" },
      );
    case "left": {
      const gone: ListeningFacts = { ...initialListening, tap: facts.tap === "stopped" ? "none" : facts.tap };
      return talk.is === "looking-up" || talk.is === "found" ? to(gone, { do: "disconnect" }) : to(gone);
    }
    case "unreachable":
      return onUnreachable(facts, event.attempt);
    case "session":
      return settle(onSession(answered(facts, event.by), event.session));
    case "look-up-failed": {
      const { attempt } = facts.socket;
      return to({ ...facts, socket: { attempt, network: "silent" } });
    }
    case "seat":
      return onSeat(facts, event.seat);
    case "refused":
      return onRefused(facts, event.code);
    case "ended":
      return onEnded(facts);
    case "media":
      if (!facts.seat) return to(facts);
      return to({ ...facts, sound: "flowing", losses: 0, obstacle: null, staggered: false });
    case "speaker": {
      const { ended, ...speaker } = event.facts;
      if (ended) return onEnded(facts);
      if (talk.is !== "found" || !facts.seat) return to(facts);
      // The session API tells of a title as soon: only another one than before is news.
      const isRenamed = facts.speaker !== null && facts.speaker.title !== speaker.title;
      return to({ ...facts, talk: isRenamed ? { ...talk, title: speaker.title } : talk, speaker });
    }
    case "lost":
      return to(facts.seat ? onLost(facts) : facts);
    case "media-failed": {
      if (!facts.seat) return to(facts);
      const without: ListeningFacts = { ...onLost(facts), ...noSeat };
      // There is nobody to connect to: it is asked again when a speaker's page comes.
      if (!isHosted(without)) return to(without, { do: "end-media" });
      const asked = ask(without, { failures: without.losses });
      return to(asked.state, { do: "end-media" }, ...asked.commands);
    }
    case "obstructed":
      return to(facts.seat ? { ...facts, obstacle: event.obstacle } : facts);
    case "tapped":
      return onTapped(facts);
    case "play-refused": {
      const mute = event.by === "browser" ? ([{ do: "mute" }] as const) : [];
      return facts.tap === "pressed" ? to({ ...facts, tap: "refused" }, ...mute) : to(facts, ...mute);
    }
    case "stopped":
      return onStopped(facts);
    case "untapped":
      return awaitsTap(facts) ? to({ ...facts, ...heldNoMore, tap: "stopped" }, { do: "leave" }) : to(facts);
    case "failed": {
      // Nothing goes on by itself from here; `started` begins anew.
      if (talk.is !== "looking-up" && (talk.is !== "found" || isOver(facts))) return to(facts);
      const { code, cause } = event;
      return to({ ...initialListening, talk: { is: "failed", code, cause } }, { do: "mute" }, { do: "disconnect" });
    }
  }
}

/** The page is ready but for the tap, and holds a seat meanwhile. */
const awaitsTap = (facts: ListeningFacts): boolean => facts.sound === "flowing" && statusOf(facts) === "ready";

/** Pure: what an event changes, and what is to be done about it. One that makes no sense leaves the facts as they are. */
export function transitionListening(facts: ListeningFacts, event: ListeningEvent): ListeningStep {
  const step = react(facts, event);
  const [before, after] = [awaitsTap(facts), awaitsTap(step.state)];
  if (before === after) return step;
  return to(step.state, ...step.commands, { do: after ? "await-tap" : "stop-awaiting-tap" });
}
