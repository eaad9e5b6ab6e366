import type { Session } from "@lectern/session-api/contract";
import { describe, expect, it } from "vitest";
import {
  initialListening,
  type ListeningCommand,
  type ListeningEvent,
  type ListeningFacts,
  type Talk,
} from "./facts.ts";
import { transitionListening } from "./state.ts";
import { viewOf } from "./view.ts";

const seat = { channelArn: "arn", wssEndpoint: "wss://v", httpsEndpoint: "https://r", clientId: "s-1", slot: 3 };
const onAir: Talk = {
  is: "found",
  id: "1",
  title: "Talk",
  status: "live",
  hosted: true,
  muted: true,
  paused: true,
  rev: 5,
};
const found = { ...initialListening, talk: onAir };
const lookingUp = { ...initialListening, talk: { is: "looking-up" }, request: "open" } as const;
const blocked = { attempt: 2, network: "sockets-blocked" } as const;
const heard = { ...found, seat, sound: "flowing" } as const;

const states: Record<string, ListeningFacts> = {
  "not started": initialListening,
  "not started, armed": { ...initialListening, tap: "pressed" },
  "looking up": lookingUp,
  "looking up, armed": { ...lookingUp, tap: "pressed" },
  "looking up, socket lost": { ...lookingUp, socket: { attempt: 1, network: "silent" } },
  "not found": { ...initialListening, talk: { is: "not-found" } },
  failed: { ...initialListening, talk: { is: "failed", code: "network", cause: null } },
  waiting: { ...found, talk: { ...onAir, status: "waiting", muted: false, paused: false }, tap: "pressed" },
  "no speaker's page": { ...found, talk: { ...onAir, hosted: false }, tap: "pressed" },
  "no speaker's page, seat held": { ...found, talk: { ...onAir, hosted: false }, seat, losses: 1 },
  ended: { ...found, talk: { ...onAir, status: "ended", hosted: false, muted: false, paused: false } },
  asking: { ...found, request: "open", tap: "pressed" },
  connecting: { ...found, seat },
  ready: heard,
  "needs a tap": { ...heard, tap: "refused" },
  stopped: { ...found, tap: "stopped" },
  playing: { ...heard, tap: "pressed" },
  "playing, speaker's page gone": { ...heard, talk: { ...onAir, hosted: false }, tap: "pressed" },
  "playing, asking for another seat": { ...heard, tap: "pressed", request: "open", staggered: true },
  reconnecting: { ...found, seat, sound: "lost", losses: 2, tap: "pressed", staggered: true },
  "reconnecting, asking": { ...found, sound: "lost", losses: 2, request: "open", staggered: true },
  "reconnecting, obstructed": { ...found, seat, sound: "lost", losses: 2, obstacle: "no-route", tap: "pressed" },
  "connecting, obstructed": { ...found, seat, obstacle: "no-answer", tap: "pressed" },
  "asking, sockets blocked": { ...found, request: "open", socket: blocked },
  "waiting, sockets blocked": { ...found, talk: { ...onAir, status: "waiting" }, socket: blocked },
  "playing, sockets blocked": { ...heard, tap: "pressed", socket: blocked },
  "waiting, nothing answers": {
    ...found,
    talk: { ...onAir, status: "waiting" },
    tap: "pressed",
    socket: { attempt: 3, network: "silent" },
  },
  full: { ...found, request: "full", tap: "pressed" },
};

const session = (changes: Partial<Session>, by: "socket" | "http" = "socket"): ListeningEvent => ({
  type: "session",
  by,
  session: {
    id: "1",
    code: "a-b-c-d",
    title: "Talk",
    status: "live",
    rev: 6,
    createdAt: 0,
    liveAt: null,
    endedAt: null,
    hosted: true,
    ...changes,
  },
});

const events: Record<string, ListeningEvent> = {
  started: { type: "started" },
  left: { type: "left" },
  unreachable: { type: "unreachable", attempt: 1 },
  "unreachable again": { type: "unreachable", attempt: 2 },
  "looked up in vain": { type: "look-up-failed" },
  "looked up": session({}, "http"),
  "session waiting": session({ status: "waiting", hosted: false }),
  "session live": session({}),
  "session paused": session({ status: "paused", title: "New" }),
  "session unhosted": session({ hosted: false }),
  "session ended": session({ status: "ended", hosted: false }),
  "older session": session({ rev: 4, title: "Old" }),
  "same session": session({ rev: 5 }),
  "another session": session({ id: "2", rev: 1 }),
  "its seat": { type: "seat", seat: { ...seat, clientId: "s-2" } },
  "another channel's seat": { type: "seat", seat: { ...seat, channelArn: "other" } },
  "refused: full": { type: "refused", code: "full" },
  "refused: not found": { type: "refused", code: "session-not-found" },
  "refused: not live": { type: "refused", code: "session-not-live" },
  "refused: seat lost": { type: "refused", code: "seat-lost" },
  "refused: throttled": { type: "refused", code: "throttled" },
  "refused: unavailable": { type: "refused", code: "unavailable" },
  "refused: bad message": { type: "refused", code: "bad-request" },
  ended: { type: "ended" },
  media: { type: "media" },
  "speaker unmutes": { type: "speaker", facts: { muted: false, paused: false, title: "T", ended: false } },
  "speaker ends": { type: "speaker", facts: { muted: false, paused: false, title: "T", ended: true } },
  lost: { type: "lost" },
  "media failed": { type: "media-failed" },
  "no route": { type: "obstructed", obstacle: "no-route" },
  tapped: { type: "tapped" },
  "play refused": { type: "play-refused", by: "browser" },
  interrupted: { type: "play-refused", by: "system" },
  stopped: { type: "stopped" },
  untapped: { type: "untapped" },
  failed: { type: "failed", code: "network", cause: null },
};

/** Facts in a few words, one for each that is not as it is at first. */
function inWords({ talk, socket, tap, request, seat: held, sound, losses, ...rest }: ListeningFacts): string[] {
  const { is, ...said } = talk;
  return [
    `talk ${is} ${JSON.stringify(said)}`,
    `socket ${socket.attempt} ${socket.network}`,
    `tap ${tap}`,
    `request ${request}`,
    `seat ${held && `${held.clientId} of ${held.channelArn}`}`,
    `sound ${sound}`,
    `losses ${losses}`,
    ...Object.entries(rest).map(([name, value]) => `${name} ${value}`),
  ];
}

function commandInWords({ do: what, ...rest }: ListeningCommand): string {
  if (!("seat" in rest)) return [what, ...Object.values(rest).map((value) => JSON.stringify(value))].join(" ");
  const { seat: of, ...others } = rest;
  return `${what} ${of.clientId} of ${of.channelArn}${"staggered" in others && others.staggered ? " staggered" : ""}`;
}

function stepInWords(before: ListeningFacts, event: ListeningEvent): string {
  const { state, commands } = transitionListening(before, event);
  const known = new Set(inWords(before));
  const changes = inWords(state).filter((words) => !known.has(words));
  const parts = [...changes, ...commands.map((command) => `→ ${commandInWords(command)}`)];
  return parts.length > 0 ? parts.join(" · ") : "–";
}

const first = new Set(inWords(initialListening));

describe("transitionListening", () => {
  it("does what the table says, for every state and every event", async () => {
    const lines = Object.entries(states).flatMap(([name, facts]) => [
      `# ${name}: ${inWords(facts)
        .filter((words) => !first.has(words))
        .join(" · ")}`,
      `  shows ${JSON.stringify(viewOf(facts))}`,
      ...Object.entries(events).map(([event, value]) => `  ${event.padEnd(22)} ${stepInWords(facts, value)}`),
      "",
    ]);
    await expect(lines.join("\n")).toMatchFileSnapshot("state.table.txt");
  });

  const after = (facts: ListeningFacts | undefined, ...happened: ListeningEvent[]) =>
    happened.reduce((state, event) => transitionListening(state, event).state, facts ?? initialListening);

  it("knows of a talk that was muted or paused while it connected", () => {
    const joined = after(
      { ...found, talk: { ...onAir, muted: false, paused: false }, seat, tap: "pressed" },
      session({ status: "paused" }),
      { type: "speaker", facts: { muted: true, paused: true, title: "Talk", ended: false } },
      { type: "media" },
    );
    expect(viewOf(joined)).toEqual({ status: "playing", title: "Talk", muted: true, paused: true });
  });

  it("plays again by itself when the page comes back out of the browser's cache", () => {
    const left = transitionListening(states.playing ?? initialListening, { type: "left" });
    expect(left.commands).toEqual([{ do: "disconnect" }]);
    const back = transitionListening(left.state, { type: "started" });
    expect(back.commands).toEqual([{ do: "connect" }]);
    const playing = after(back.state, session({}), { type: "seat", seat }, { type: "media" });
    expect(viewOf(playing).status).toBe("playing");
    const ready = after(states.ready, { type: "left" }, { type: "started" }, session({}), { type: "seat", seat });
    expect(viewOf(after(ready, { type: "media" })).status).toBe("ready");
  });

  it("never keeps a seat whose media it ends", () => {
    const ends = new Set(["leave", "end-media", "disconnect"]);
    for (const [name, facts] of Object.entries(states)) {
      for (const [event, value] of Object.entries(events)) {
        const { state, commands } = transitionListening(facts, value);
        if (commands.some((command) => ends.has(command.do))) expect(state.seat, `${event} while ${name}`).toBeNull();
      }
    }
  });

  it("goes on from another channel's seat when it is given one while it hears", () => {
    const elsewhere = { ...seat, channelArn: "other" };
    const given = transitionListening(states.playing ?? initialListening, { type: "seat", seat: elsewhere });
    expect(given.commands).toEqual([{ do: "begin", seat: elsewhere, staggered: false }]);
    expect(viewOf(given.state).status).toBe("reconnecting");
    expect(viewOf(after(given.state, { type: "media" })).status).toBe("playing");
  });

  it("asks for another tap once the sound is back, if the last was refused", () => {
    const lost = after(states["needs a tap"], { type: "lost" });
    expect(viewOf(lost)).toMatchObject({ status: "reconnecting", armed: false });
    const back = after(lost, { type: "media" });
    expect(viewOf(back)).toMatchObject({ status: "ready", needsTap: true });
  });

  it("remembers that a tap was refused while nothing was there to be played", () => {
    const refused = after(states.reconnecting, { type: "play-refused", by: "system" }, { type: "media" });
    expect(viewOf(refused)).toMatchObject({ status: "ready", needsTap: true });
  });

  it("names sockets that fail while HTTP answers, in whatever state it waits, until one opens", () => {
    const failing: ListeningEvent[] = [
      { type: "unreachable", attempt: 1 },
      { type: "unreachable", attempt: 2 },
    ];
    const looked = transitionListening(after(lookingUp, session({}, "http"), failing[0] as ListeningEvent), {
      type: "unreachable",
      attempt: 2,
    });
    expect(looked.commands).toEqual([{ do: "look-up" }]);
    for (const status of ["waiting", "live", "paused"] as const) {
      const found = session({ status }, "http");
      const named = after(lookingUp, found, ...failing, found);
      expect(viewOf(named)).toMatchObject({ status: "no-path", obstacle: "no-socket" });
      expect(viewOf(after(named, session({ status })))).not.toMatchObject({ status: "no-path" });
      expect(viewOf(after(named, { type: "look-up-failed" }))).toMatchObject({ obstacle: "no-connection" });
    }
    expect(viewOf(after(states.playing, session({}, "http"), ...failing)).status).toBe("playing");
  });

  it("does not take an outage that is over for a blocked socket", () => {
    const waiting: ListeningEvent = session({ status: "waiting" });
    const lost = after(
      lookingUp,
      waiting,
      { type: "unreachable", attempt: 1 },
      { type: "unreachable", attempt: 2 },
      { type: "look-up-failed" },
      { type: "unreachable", attempt: 8 },
    );
    expect(viewOf(lost)).toMatchObject({ obstacle: "no-connection" });
    expect(viewOf(after(lost, session({ status: "waiting" }, "http"))).status).toBe("waiting");
    expect(viewOf(after(lost, session({ status: "waiting" }, "http"), waiting)).status).toBe("waiting");
  });

  it("goes on saying what is in the way while it tries again, until there is sound", () => {
    const named = after(
      states.connecting,
      { type: "obstructed", obstacle: "no-route" },
      { type: "media-failed" },
      { type: "seat", seat },
    );
    expect(viewOf(named)).toMatchObject({ status: "no-path", obstacle: "no-route" });
    expect(viewOf(after(named, { type: "media" })).status).toBe("ready");
    expect(viewOf(after(named, { type: "media" }, { type: "lost" })).status).toBe("reconnecting");
    // Without a speaker's page there is nothing to find a way to.
    expect(viewOf(after(named, session({ hosted: false }), session({ rev: 7 }))).status).toBe("connecting");
  });

  it("plays nothing by itself after it failed", () => {
    for (const event of [events.failed, events["refused: not found"]]) {
      if (!event) throw new Error("no such event");
      expect(transitionListening(states.playing ?? initialListening, event).commands).toContainEqual({ do: "mute" });
    }
  });

  it("shows that every seat is taken to who lost one while it was heard", () => {
    const lost = after(states.playing, { type: "refused", code: "seat-lost" }, { type: "refused", code: "full" });
    expect(viewOf(lost).status).toBe("full");
  });

  it("staggers what begins because the session's socket was away, and nothing that begins later", () => {
    const blip = (name: string, hosted = true) =>
      after(states[name], { type: "unreachable", attempt: 1 }, session({ hosted })).staggered;
    expect(["playing", "stopped"].map((name) => blip(name))).toEqual([false, false]);
    expect(blip("no speaker's page", false)).toBe(false);
    expect(["looking up", "connecting", "reconnecting"].map((name) => blip(name))).toEqual([true, true, true]);
  });
});
