import { describe, expect, it } from "vitest";
import { events, found, lookingUp, seat, session, states } from "../../testing/listening-facts.ts";
import { initialListening, type ListeningCommand, type ListeningEvent, type ListeningFacts } from "./facts.ts";
import { transitionListening } from "./state.ts";
import { viewOf } from "./view.ts";

/** Facts in a few words, one for each that is not as it is at first. */
function inWords({
  talk,
  socket,
  tap,
  request,
  seat: held,
  speaker,
  sound,
  losses,
  ...rest
}: ListeningFacts): string[] {
  const { is, ...said } = talk;
  return [
    `talk ${is} ${JSON.stringify(said)}`,
    `socket ${socket.attempt} ${socket.network}`,
    `tap ${tap}`,
    `request ${request}`,
    `seat ${held && `${held.clientId} of ${held.channelArn}`}`,
    `speaker ${JSON.stringify(speaker)}`,
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
      { ...found, seat, tap: "pressed" },
      session({ status: "paused" }),
      { type: "speaker", facts: { muted: true, paused: true, title: "Talk", ended: false } },
      { type: "media" },
    );
    expect(viewOf(joined)).toEqual({ status: "playing", title: "Talk", muted: true, paused: true });
  });

  it("believes the speaker's page rather than a session API that could not be told, for as long as it is there", () => {
    const says = (paused: boolean): ListeningEvent => ({
      type: "speaker",
      facts: { muted: false, paused, title: "Talk", ended: false },
    });
    const paused = after(states.playing, says(true), session({}), session({ rev: 7, title: "New" }));
    expect(viewOf(paused)).toEqual({ status: "playing", title: "New", muted: false, paused: true });
    const resumed = after(
      paused,
      session({ rev: 8, status: "paused" }),
      says(false),
      session({ rev: 8, status: "paused" }),
    );
    expect(viewOf(resumed)).toMatchObject({ paused: false });
    // What comes next is another page's, or this one's once more.
    for (const event of ["stopped", "media failed", "another channel's seat"]) {
      const over = transitionListening(resumed, events[event] ?? { type: "stopped" }).state;
      expect(viewOf(after(over, { type: "seat", seat }, { type: "media" })), event).toMatchObject({ paused: true });
    }
  });

  it("tells a talk that was removed from a link that leads nowhere", () => {
    const refused: ListeningEvent = { type: "refused", code: "session-not-found" };
    for (const there of [states.playing, states.ended, states.waiting]) {
      expect(viewOf(after(there, refused))).toEqual({ status: "not-found", removed: true });
    }
    expect(viewOf(after(states["looking up"], refused))).toEqual({ status: "not-found", removed: false });
  });

  it("keeps a title that the session API told of when the speaker's page says its old one again, and takes another from it", () => {
    const says = (title: string): ListeningEvent => ({
      type: "speaker",
      facts: { muted: true, paused: false, title, ended: false },
    });
    const renamed = after(states.playing, session({ title: "New" }), says("Talk"));
    expect(viewOf(renamed)).toMatchObject({ title: "New" });
    expect(viewOf(after(renamed, says("Newest")))).toMatchObject({ title: "Newest" });
    expect(viewOf(after(states.connecting, session({ title: "New" }), says("Talk"), { type: "media" }))).toMatchObject({
      title: "New",
    });
  });

  it("does not say that sound comes back which never came", () => {
    expect(viewOf(after(states.connecting, { type: "media-failed" })).status).toBe("connecting");
    expect(viewOf(after(states.playing, { type: "media-failed" })).status).toBe("reconnecting");
  });

  it("knows which snapshot is from before the end that the speaker's page told of", () => {
    const ended = after(states.playing, { type: "ended" });
    expect(viewOf(after(ended, session({ rev: 5 }))).status).toBe("ended");
    expect(viewOf(after(ended, session({ rev: 6 }))).status).toBe("connecting");
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
    expect(looked.commands).toEqual([{ do: "look-up", code: "a-b-c-d" }]);
    for (const status of ["waiting", "live", "paused"] as const) {
      const found = session({ status }, "http");
      const named = after(lookingUp, found, ...failing, found);
      expect(viewOf(named)).toMatchObject({ status: "no-path", obstacle: "no-socket" });
      expect(viewOf(after(named, session({ status })))).not.toMatchObject({ status: "no-path" });
      expect(viewOf(after(named, { type: "look-up-failed" }))).toMatchObject({ obstacle: "no-connection" });
    }
    expect(viewOf(after(states.playing, session({}, "http"), ...failing)).status).toBe("playing");
  });

  it("looks a session up by the code it has now", () => {
    const replaced = after(states.playing, session({ code: "e-f-g-h" }), { type: "unreachable", attempt: 1 });
    const again: ListeningEvent = { type: "unreachable", attempt: 2 };
    expect(transitionListening(replaced, again).commands).toEqual([{ do: "look-up", code: "e-f-g-h" }]);
    expect(transitionListening(lookingUp, again).commands).toEqual([{ do: "look-up", code: null }]);
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
