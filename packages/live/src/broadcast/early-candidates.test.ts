import { expect, it } from "vitest";
import { createEarlyCandidates } from "./early-candidates.ts";

const candidates = (count: number) => Array.from({ length: count }, (_, n) => ({ candidate: String(n) }));

it("gives a client's candidates once, in order", () => {
  const early = createEarlyCandidates();
  for (const candidate of candidates(3)) early.keep("a", candidate);
  early.keep("b", { candidate: "other" });
  expect(early.take("a")).toEqual(candidates(3));
  expect(early.take("a")).toEqual([]);
  expect(early.take("b")).toHaveLength(1);
});

it("keeps a few of each and of the newest clients, however many send", () => {
  const early = createEarlyCandidates();
  for (let client = 0; client < 1000; client++)
    for (const candidate of candidates(40)) early.keep(String(client), candidate);
  expect(early.take("999")).toEqual(candidates(16));
  const kept = Array.from({ length: 999 }, (_, client) => early.take(String(client))).flat();
  expect(kept).toHaveLength(15 * 16);
});
