import { describe, expect, it } from "vitest";
import { LiveError } from "../errors.ts";
import { initialMedia, type MediaCommand, type MediaEvent, type MediaState, transitionMedia } from "./media-state.ts";

const seatOf = (seatId: string, expiresAt: number) => ({
  channelArn: "arn",
  wssEndpoint: "wss://v",
  httpsEndpoint: "https://r",
  clientId: `s-${seatId.repeat(32)}-${expiresAt}-${"0".repeat(32)}`,
  slot: 3,
});
const first = initialMedia(seatOf("a", 1));
const offered: MediaState = { ...first, offer: "unanswered" };
const answered: MediaState = { ...first, offer: "answered" };

const states: Record<string, MediaState> = {
  first,
  "making the first offer": { ...first, offer: "being-made" },
  offered,
  "offered, signaling open": { ...offered, signaling: "open" },
  answered,
  "connected, no sound yet": { ...answered, path: "connected" },
  flowing: { ...answered, path: "connected", sound: "flowing" },
  "flowing, reseated": { ...answered, path: "connected", sound: "flowing", isReseated: true },
  stalled: { ...answered, path: "connected", sound: "stalled" },
  "interrupted, restart being made": { ...answered, path: "interrupted", sound: "stalled", offer: "being-made" },
  "interrupted, restart unanswered": { ...answered, path: "interrupted", sound: "stalled", offer: "unanswered" },
  "interrupted, restart unanswered, reseated": {
    ...answered,
    path: "interrupted",
    sound: "stalled",
    offer: "unanswered",
    isReseated: true,
  },
};

const path = (state: RTCPeerConnectionState): MediaEvent => ({ type: "path", state });
const events: Record<string, MediaEvent> = {
  started: { type: "started" },
  "signaling open": { type: "signaling-open" },
  "signaling lost": { type: "signaling-lost" },
  "seat renewed": { type: "renewed", seat: seatOf("a", 2) },
  "another seat": { type: "renewed", seat: seatOf("b", 2) },
  "offer made": { type: "offer-made" },
  answered: { type: "answered" },
  "offer failed": { type: "offer-failed" },
  "offer unheard": { type: "offer-unheard" },
  "credentials refused": { type: "credentials-refused", error: new LiveError("credentials-refused", "no") },
  "path new": path("new"),
  "path connecting": path("connecting"),
  "path connected": path("connected"),
  "path disconnected": path("disconnected"),
  "path failed": path("failed"),
  "path closed": path("closed"),
  flow: { type: "flow" },
  stall: { type: "stall" },
  overdue: { type: "overdue" },
  "ice servers outdated": { type: "ice-servers-outdated" },
  "speaker back": { type: "speaker-back" },
  woken: { type: "woken" },
};

const inWords = ({ seat, ...rest }: MediaState): string[] => [
  `seat ${seat.clientId.slice(2, 3)}`,
  `expires ${seat.clientId.split("-")[2]}`,
  ...Object.entries(rest).map(([name, value]) => `${name} ${value}`),
];

function stepInWords(before: MediaState, event: MediaEvent): string {
  const { state, commands } = transitionMedia(before, event);
  const known = new Set(inWords(before));
  const changes = inWords(state).filter((words) => !known.has(words));
  const parts = [
    ...changes,
    ...commands.map(({ do: what, ...rest }) =>
      ["→", what, ...Object.values(rest).map((value) => (value instanceof Error ? "error" : value))].join(" "),
    ),
  ];
  return parts.length > 0 ? parts.join(" · ") : "–";
}

describe("transitionMedia", () => {
  it("does what the table says, for every state and every event", async () => {
    const lines = Object.entries(states).flatMap(([name, state]) => [
      `# ${name}: ${inWords(state).join(" · ")}`,
      ...Object.entries(events).map(([event, value]) => `  ${event.padEnd(20)} ${stepInWords(state, value)}`),
      "",
    ]);
    await expect(lines.join("\n")).toMatchFileSnapshot("media-state.table.txt");
  });

  it("makes another offer where ICE servers ended while the last was being made", () => {
    const made = ["ice servers outdated", "offer made", "answered"].reduce(
      (step, event) => transitionMedia(step.state, events[event] ?? { type: "woken" }),
      { state: states["making the first offer"] ?? first, commands: [] as readonly MediaCommand[] },
    );
    expect(made.commands).toContainEqual({ do: "make-offer", reason: "fresh" });
    expect(made.state.isOutdated).toBe(false);
  });

  const toldBy = (state: MediaState | undefined, event: MediaEvent) =>
    transitionMedia(state ?? first, event).commands.flatMap((command) => {
      if (command.do === "tell-obstacle") return command.obstacle;
      return command.do === "tell" ? command.what : [];
    });

  it("says what is in the way when the sound is overdue, and begins anew where no path was found", () => {
    expect(toldBy(offered, { type: "overdue" })).toEqual(["no-socket"]);
    expect(toldBy(states["offered, signaling open"], { type: "overdue" })).toEqual(["no-answer"]);
    expect(toldBy(answered, { type: "overdue" })).toEqual(["no-route", "media-failed"]);
    expect(toldBy(states.flowing, { type: "overdue" })).toEqual([]);
    // Browsers may notice sooner.
    expect(toldBy(answered, path("failed"))).toEqual(["no-route", "media-failed"]);
  });
});
