import type { ApiErrorCode, Session } from "@lectern/session-api/contract";
import { describe, expect, it } from "vitest";
import { type BroadcastCommand, type BroadcastEvent, type BroadcastFacts, initialBroadcast, nobody } from "./facts.ts";
import { transitionBroadcast } from "./state.ts";
import { viewOf } from "./view.ts";

const session: Session = {
  id: "1",
  code: "a-b-c-d",
  title: "Talk",
  status: "live",
  rev: 3,
  createdAt: 0,
  liveAt: null,
  endedAt: null,
  hosted: true,
};
const going: BroadcastFacts = { ...initialBroadcast(session), phase: { is: "going-live" }, hosting: true };
const onAir: BroadcastFacts = { ...going, phase: { is: "on-air", since: 5 } };
const socketLost = { reason: "session-socket", attempt: 1 } as const;
const outletLost = { reason: "signaling", attempt: 2 } as const;

const states: Record<string, BroadcastFacts> = {
  "off air": initialBroadcast(),
  "going live": going,
  "going live, session unknown": { ...going, session: null },
  "going live, not live for the API": { ...going, session: { ...session, status: "waiting" } },
  "going live, ending, telling": { ...going, ending: true, telling: { status: "ended", attempt: 2 } },
  "going live, muted, outlet lost": { ...going, muted: true, losses: { arn: outletLost } },
  live: onAir,
  "live, muted, heard": { ...onAir, muted: true, listeners: { ...nobody, hearing: 1, seated: 1 } },
  "live, paused, telling": { ...onAir, paused: true, telling: { status: "paused", attempt: 2 } },
  "live, ending, telling": { ...onAir, ending: true, telling: { status: "ended", attempt: 0 } },
  "live, not yet for the API": { ...onAir, session: { ...session, status: "ended" } },
  "socket and outlet lost": { ...onAir, losses: { session: socketLost, arn: outletLost } },
  "signed out, outlet lost": { ...onAir, losses: { session: { reason: "signed-out", attempt: 1 }, arn: outletLost } },
  "credentials refused": { ...onAir, losses: { arn: { reason: "credentials-refused", attempt: 1 } } },
  displaced: { ...initialBroadcast(session), phase: { is: "displaced" }, hosting: true },
  ended: { ...initialBroadcast(session), phase: { is: "ended", reason: "by-you" } },
  failed: { ...initialBroadcast(session), phase: { is: "failed", code: "network", cause: null } },
  "hosted elsewhere": {
    ...initialBroadcast(session),
    phase: { is: "failed", code: "already-hosted", cause: null },
    hosting: true,
  },
};

const channel = (channelArn: string) => ({ channelArn, wssEndpoint: "wss://m", httpsEndpoint: "https://r" });
const refused = (code: ApiErrorCode): BroadcastEvent => ({ type: "refused", code, cause: null });
const events: Record<string, BroadcastEvent> = {
  "go live": { type: "go-live", hasMicrophone: true },
  "go live, no microphone": { type: "go-live", hasMicrophone: false },
  "take over": { type: "take-over", hasMicrophone: true },
  "take over, no microphone": { type: "take-over", hasMicrophone: false },
  unreachable: { type: "unreachable", attempt: 3, isSignedOut: false, cause: null },
  "unreachable, signed out": { type: "unreachable", attempt: 3, isSignedOut: true, cause: null },
  "same session": { type: "session", session: { ...session, title: "Old" } },
  "newer session": { type: "session", session: { ...session, rev: 4, title: "New" } },
  "another session": { type: "session", session: { ...session, id: "2", rev: 1 } },
  "session paused": { type: "session", session: { ...session, rev: 4, status: "paused" } },
  "session ended": { type: "session", session: { ...session, rev: 4, status: "ended", hosted: false } },
  "session still ended": { type: "session", session: { ...session, rev: 4, status: "ended" } },
  "its outlet": { type: "outlets", outlets: { channels: [channel("arn")], macKey: "key" } },
  "another outlet": { type: "outlets", outlets: { channels: [channel("other")], macKey: "key" } },
  "refused: unauthorized": refused("unauthorized"),
  "refused: forbidden": refused("forbidden"),
  "refused: not found": refused("session-not-found"),
  "refused: already hosted": refused("already-hosted"),
  "refused: throttled": refused("throttled"),
  displaced: { type: "displaced" },
  "outlet on air": { type: "outlet-on-air", id: "arn", at: 9 },
  "another outlet on air": { type: "outlet-on-air", id: "other", at: 9 },
  "outlet lost": { type: "outlet-lost", id: "arn", attempt: 4 },
  "outlet refused": { type: "outlet-refused", id: "arn", attempt: 1, cause: null },
  "one hears": { type: "listeners", counts: { hearing: 1 } },
  "two wait": { type: "listeners", counts: { waiting: 2, seated: 0 } },
  muted: { type: "muted", muted: true },
  unmuted: { type: "muted", muted: false },
  paused: { type: "paused", paused: true },
  resumed: { type: "paused", paused: false },
  ending: { type: "ending" },
  "telling failed": { type: "telling-failed", attempt: 3 },
  ended: { type: "ended" },
  closed: { type: "closed" },
};

const inWords = ({ session: of, phase, listeners, losses, telling, ...flags }: BroadcastFacts): string[] => [
  `session ${of && `${of.id} "${of.title}" ${of.status} r${of.rev}`}`,
  `phase ${Object.values(phase).join(" ")}`,
  `listeners ${Object.values(listeners).join(" ")}`,
  `losses ${
    Object.entries(losses)
      .map(([key, { reason, attempt }]) => `${key} ${reason} ${attempt}`)
      .join(", ") || "none"
  }`,
  `telling ${telling ? `${telling.status} ${telling.attempt}` : "nothing"}`,
  ...Object.entries(flags).map(([name, value]) => `${name} ${value}`),
];

const commandInWords = ({ do: what, ...rest }: BroadcastCommand): string =>
  ["→", what, ...Object.values(rest).map((value) => (typeof value === "object" ? "these" : value))].join(" ");

function stepInWords(before: BroadcastFacts, event: BroadcastEvent): string {
  const { state, commands } = transitionBroadcast(before, event);
  const known = new Set(inWords(before));
  const parts = [...inWords(state).filter((words) => !known.has(words)), ...commands.map(commandInWords)];
  return parts.length > 0 ? parts.join(" · ") : "–";
}

describe("transitionBroadcast", () => {
  it("does what the table says, for every state and every event", async () => {
    const lines = Object.entries(states).flatMap(([name, facts]) => [
      `# ${name}: ${inWords(facts).join(" · ")}`,
      `  shows ${JSON.stringify({ ...viewOf(facts), session: undefined })}`,
      ...Object.entries(events).map(([event, value]) => `  ${event.padEnd(24)} ${stepInWords(facts, value)}`),
      "",
    ]);
    await expect(lines.join("\n")).toMatchFileSnapshot("state.table.txt");
  });

  const after = (facts: BroadcastFacts, ...happened: string[]) =>
    happened.reduce((state, name) => transitionBroadcast(state, events[name] as BroadcastEvent).state, facts);

  it("keeps who waits, and what the speaker wants, from before it was on air", () => {
    expect(viewOf(after(going, "two wait"))).toMatchObject({ status: "going-live", listeners: { waiting: 2 } });
    const live = after(going, "two wait", "paused", "outlet on air");
    expect(viewOf(live)).toMatchObject({ status: "live", paused: true, listeners: { ...nobody, waiting: 2 } });
  });

  it("says that it ends while it is still going live", () => {
    expect(viewOf(after(going, "ending", "telling failed"))).toMatchObject({
      status: "going-live",
      ending: true,
      untold: 3,
    });
  });

  it("is connected to the session once that has answered as to its host, and not before", () => {
    const lost = after(onAir, "refused: unauthorized", "newer session");
    expect(viewOf(lost)).toMatchObject({ status: "reconnecting", reason: "signed-out" });
    expect(viewOf(after(lost, "its outlet")).status).toBe("live");
  });

  it("asks whether a session that is said to have ended was deleted, and says that it is gone", () => {
    const { state, commands } = transitionBroadcast(onAir, { type: "ended" });
    expect(state).toBe(onAir);
    expect(commands).toEqual([{ do: "ask-session" }]);
    expect(viewOf(after(onAir, "refused: not found"))).toMatchObject({ status: "failed", code: "session-not-found" });
    expect(viewOf(after(onAir, "session ended"))).toMatchObject({ status: "ended", reason: "elsewhere" });
  });

  it("does not fail off the air", () => {
    const off = initialBroadcast(session);
    for (const name of ["refused: unauthorized", "refused: not found", "unreachable, signed out", "outlet refused"])
      expect(after(off, name)).toBe(off);
  });

  it("is still the same when an event changes nothing", () => {
    const heard = states["live, muted, heard"] ?? going;
    for (const event of ["same session", "one hears", "go live", "refused: throttled"]) {
      expect(transitionBroadcast(heard, events[event] ?? { type: "ending" }).state).toBe(heard);
    }
  });

  it("shows what needs the speaker before what mends itself", () => {
    expect(viewOf(states["signed out, outlet lost"] ?? going)).toMatchObject({ reason: "signed-out", attempt: 1 });
    expect(viewOf(states["socket and outlet lost"] ?? going)).toMatchObject({ reason: "signaling", attempt: 2 });
    const both = { session: { reason: "signed-out", attempt: 1 }, arn: { reason: "credentials-refused", attempt: 9 } };
    expect(viewOf({ ...onAir, losses: both as BroadcastFacts["losses"] })).toMatchObject({ reason: "signed-out" });
  });
});
