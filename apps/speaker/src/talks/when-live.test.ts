import { HOUR_MS } from "@lectern/primitives";
import type { Session } from "@lectern/session-api/contract";
import { expect, test } from "vitest";
import { talks as german } from "../words/de/talks.ts";
import { talks } from "../words/en/talks.ts";
import { whenLive } from "./when-live.ts";

const NOW = Date.UTC(2026, 10, 25, 12);
const talk = (change: Partial<Session>): Session => ({
  id: "1",
  code: "one-two-three-four",
  title: "Rivers",
  status: "waiting",
  rev: 1,
  createdAt: 0,
  liveAt: null,
  endedAt: null,
  hosted: true,
  ...change,
});

test.each([
  [{}, "Never on air yet"],
  [{ status: "live", liveAt: NOW }, "On air now"],
  [{ status: "paused", liveAt: NOW, hosted: false }, "On air, without a page of yours"],
  [{ status: "ended", liveAt: NOW - HOUR_MS }, "Last on air today"],
  // This device's clock may be behind the server's.
  [{ status: "ended", liveAt: NOW + 5000 }, "Last on air today"],
  [{ status: "ended", liveAt: NOW - 30 * HOUR_MS }, "Last on air yesterday"],
  [{ status: "ended", liveAt: Date.UTC(2026, 4, 3, 12) }, "Last on air May 3, 2026"],
] as const)("says of %j: %s", (change, words) => {
  expect(whenLive(talk(change), NOW, talks.when)).toBe(words);
});

test.each([
  [NOW - 30 * HOUR_MS, "Zuletzt gestern auf Sendung"],
  [Date.UTC(2026, 4, 3, 12), "Zuletzt am 3. Mai 2026 auf Sendung"],
])("says it as another language puts it", (liveAt, words) => {
  expect(whenLive(talk({ status: "ended", liveAt }), NOW, german.when)).toBe(words);
});
