import type { Step } from "@lectern/primitives";
import type { ApiErrorCode, Session } from "@lectern/session-api/contract";
import { fatalRefusal, type LiveErrorCode } from "../errors.ts";
import {
  type BroadcastCommand,
  type BroadcastEvent,
  type BroadcastFacts,
  initialBroadcast,
  type ListenerCounts,
  type Loss,
  type ToldStatus,
} from "./facts.ts";
import { speakerFacts } from "./view.ts";

export type BroadcastStep = Step<BroadcastFacts, BroadcastCommand>;

const to = (state: BroadcastFacts, ...commands: BroadcastCommand[]): BroadcastStep => ({ state, commands });

const isOnAirForApi = ({ session }: BroadcastFacts) => session?.status === "live" || session?.status === "paused";

const isActive = ({ phase }: BroadcastFacts) => phase.is === "going-live" || phase.is === "on-air";

/** Off the air, with nothing of it left but the session. */
const quiet = ({ session, hosting }: BroadcastFacts, phase: BroadcastFacts["phase"]): BroadcastFacts => ({
  ...initialBroadcast(session),
  hosting,
  phase,
});

const withLoss = (facts: BroadcastFacts, key: string, loss: Loss): BroadcastFacts => ({
  ...facts,
  losses: { ...facts.losses, [key]: loss },
});

function withoutLosses(facts: BroadcastFacts, isOver: (key: string) => boolean): BroadcastFacts {
  return { ...facts, losses: Object.fromEntries(Object.entries(facts.losses).filter(([key]) => !isOver(key))) };
}

function fail(facts: BroadcastFacts, code: LiveErrorCode, cause: unknown): BroadcastStep {
  if (!isActive(facts)) return to(facts);
  const failed = quiet(facts, { is: "failed", code, cause });
  if (code === "already-hosted") return to(failed, { do: "silence" });
  return to({ ...failed, hosting: false }, { do: "silence" }, { do: "disconnect" });
}

/** Before going live a refusal fails; on air it is only shown. */
function refuse(
  facts: BroadcastFacts,
  key: string,
  loss: Loss & { reason: "signed-out" | "credentials-refused" },
  cause: unknown,
): BroadcastStep {
  return facts.phase.is === "on-air" ? to(withLoss(facts, key, loss)) : fail(facts, loss.reason, cause);
}

function displace(facts: BroadcastFacts): BroadcastStep {
  return isActive(facts) ? to(quiet(facts, { is: "displaced" }), { do: "silence" }) : to(facts);
}

function end(facts: BroadcastFacts): BroadcastStep {
  if (!isActive(facts) || !facts.session) return to(facts);
  const ended = quiet(facts, { is: "ended", reason: facts.ending ? "by-you" : "elsewhere" });
  return to({ ...ended, hosting: false }, { do: "farewell" }, { do: "disconnect" });
}

function begin(facts: BroadcastFacts, hasMicrophone: boolean, ...commands: BroadcastCommand[]): BroadcastStep {
  const going = quiet(facts, { is: "going-live" });
  if (!hasMicrophone) return fail(going, "microphone-not-open", undefined);
  return to({ ...going, hosting: true }, { do: "take-microphone" }, ...commands);
}

function onSession(facts: BroadcastFacts, session: Session): BroadcastStep {
  // `rev` rises with every change: an older snapshot, or the same one again, is no news.
  if (facts.session?.id === session.id && facts.session.rev >= session.rev) return to(facts);
  const next: BroadcastFacts = { ...facts, session };
  // One that goes live again is still ended until the API knows of its outlet, but hosted.
  return session.status === "ended" && !session.hosted ? end(next) : to(next);
}

function onRefused(facts: BroadcastFacts, code: ApiErrorCode, cause: unknown): BroadcastStep {
  const fatal = fatalRefusal(code);
  if (!fatal) return to(facts);
  // Another page took over while this one was out of reach.
  if (fatal === "already-hosted" && facts.phase.is === "on-air") return displace(facts);
  if (fatal === "signed-out") return refuse(facts, "session", { reason: fatal, attempt: 1 }, cause);
  return fail(facts, fatal, cause);
}

function onOutletOnAir(facts: BroadcastFacts, id: string, at: number): BroadcastStep {
  if (!isActive(facts)) return to(facts);
  const found = withoutLosses(facts, (key) => key === id);
  const isFirst = facts.phase.is === "going-live";
  const next: BroadcastFacts = isFirst ? { ...found, phase: { is: "on-air", since: at } } : found;
  return to(next, { do: "tell-on-air", id });
}

function react(facts: BroadcastFacts, event: BroadcastEvent): BroadcastStep {
  const { is } = facts.phase;
  switch (event.type) {
    case "go-live":
      if (is !== "off-air" && is !== "ended" && is !== "failed") return to(facts);
      return begin(facts, event.hasMicrophone, { do: "connect" });
    case "take-over":
      if (is !== "displaced" && is !== "failed") return to(facts);
      if (facts.hosting) return begin(facts, event.hasMicrophone, { do: "take-over" });
      return begin(facts, event.hasMicrophone, { do: "connect" }, { do: "take-over" });
    case "unreachable": {
      const { attempt, isSignedOut, cause } = event;
      if (isSignedOut) return refuse(facts, "session", { reason: "signed-out", attempt }, cause);
      return to(isActive(facts) ? withLoss(facts, "session", { reason: "session-socket", attempt }) : facts);
    }
    case "session":
      return onSession(facts, event.session);
    case "outlets": {
      if (!isActive(facts)) return to(facts);
      const { channels } = event.outlets;
      // The session as well: this is its answer to the host's hello.
      const isOver = (key: string) => !channels.some(({ channelArn }) => channelArn === key);
      return to(withoutLosses(facts, isOver), { do: "serve", outlets: event.outlets });
    }
    case "refused":
      return onRefused(facts, event.code, event.cause);
    case "displaced":
      return displace(facts);
    case "outlet-on-air":
      return onOutletOnAir(facts, event.id, event.at);
    case "outlet-lost":
      if (!isActive(facts)) return to(facts);
      return to(withLoss(facts, event.id, { reason: "signaling", attempt: event.attempt }));
    case "outlet-refused":
      return refuse(facts, event.id, { reason: "credentials-refused", attempt: event.attempt }, event.cause);
    case "listeners": {
      const listeners = { ...facts.listeners, ...event.counts };
      const isSame = (Object.keys(listeners) as (keyof ListenerCounts)[]).every(
        (key) => listeners[key] === facts.listeners[key],
      );
      return to(isSame || !isActive(facts) ? facts : { ...facts, listeners });
    }
    case "muted":
      return to(isActive(facts) ? { ...facts, muted: event.muted } : facts);
    case "paused":
      // Present listeners are told through their data channels; those who come later read the session.
      return to(isActive(facts) ? { ...facts, paused: event.paused } : facts);
    case "ending":
      return to(isActive(facts) ? { ...facts, ending: true } : facts);
    case "telling-failed":
      return to(facts.telling ? { ...facts, telling: { ...facts.telling, attempt: event.attempt } } : facts);
    case "ended":
      // It may be of the time before this one, and does not say whether the session is still there.
      return isActive(facts) ? to(facts, { do: "ask-session" }) : to(facts);
    case "closed":
      return to(initialBroadcast(facts.session), { do: "silence" }, { do: "disconnect" });
  }
}

/** What the API has to be told: what is wanted of a session that is on air and differs from what the API says. */
function untold(facts: BroadcastFacts): ToldStatus | null {
  const { phase, session, paused, ending } = facts;
  if (!isOnAirForApi(facts) || !(phase.is === "on-air" || (phase.is === "going-live" && ending))) return null;
  const wanted = ending ? "ended" : paused ? "paused" : "live";
  return wanted === session?.status ? null : wanted;
}

function tellWhatIsWanted(before: BroadcastFacts, step: BroadcastStep): BroadcastStep {
  const { state, commands } = step;
  const status = untold(state);
  if (status === (before.telling?.status ?? null)) return step;
  if (status === null) return to({ ...state, telling: null }, ...commands, { do: "stop-telling" });
  return to({ ...state, telling: { status, attempt: 0 } }, ...commands, { do: "tell", status });
}

/** Nobody has to be told of an end before the session was on air. */
function endBeforehand(step: BroadcastStep): BroadcastStep {
  const { state, commands } = step;
  if (!state.ending || state.phase.is !== "going-live" || isOnAirForApi(state)) return step;
  const ended = end(state);
  return to(ended.state, ...commands, ...ended.commands);
}

/** Pure: what an event changes, and what is to be done about it. One that makes no sense leaves the facts as they are. */
export function transitionBroadcast(facts: BroadcastFacts, event: BroadcastEvent): BroadcastStep {
  const step = tellWhatIsWanted(facts, endBeforehand(react(facts, event)));
  const said = (of: BroadcastFacts) => JSON.stringify(speakerFacts(of));
  if (!isActive(step.state) || said(step.state) === said(facts)) return step;
  return to(step.state, ...step.commands, { do: "update-outlets" });
}
