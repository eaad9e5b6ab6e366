import { createTestTimers } from "@lectern/primitives/testing";
import { expect, it } from "vitest";
import { createOffering } from "./offering.ts";

function setUp() {
  const timers = createTestTimers();
  const seen: string[] = [];
  let current: string | null = "offer";
  const offering = createOffering({
    current: () => current,
    send: (offer) => void seen.push(offer),
    onUnheard: () => void seen.push("unheard"),
    onUnanswered: () => void seen.push("unanswered"),
    environment: timers,
  });
  return { timers, seen, offering, answer: () => (current = null) };
}

it("repeats an offer until it is answered", async () => {
  const { timers, seen, offering, answer } = setUp();
  offering.begin();
  await timers.advance(2300);
  expect(seen).toEqual(["offer", "offer"]);
  answer();
  await timers.advance(60_000);
  expect(seen).toEqual(["offer", "offer"]);
});

it("says once that nobody seems to hear it, and gives up after 45 seconds", async () => {
  const { timers, seen, offering } = setUp();
  offering.begin();
  await timers.advance(60_000);
  expect(seen.filter((what) => what === "unheard")).toHaveLength(1);
  expect(seen.indexOf("unheard")).toBe(3);
  expect(seen.at(-1)).toBe("unanswered");
  expect(timers.pending()).toBe(0);
});

it("sends it through a new socket at once, and nothing that was never offered", async () => {
  const { timers, seen, offering } = setUp();
  offering.again();
  expect(seen).toEqual([]);
  offering.begin();
  offering.again();
  expect(seen).toEqual(["offer", "offer"]);
  offering.again(700);
  await timers.advance(700);
  expect(seen.filter((what) => what === "offer")).toHaveLength(3);
  offering.stop();
  expect(timers.pending()).toBe(0);
});
