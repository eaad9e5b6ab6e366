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
    onDoubt: () => void seen.push("doubt"),
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
  expect(offering.isUnanswered()).toBe(true);
  answer();
  await timers.advance(60_000);
  expect(seen).toEqual(["offer", "offer"]);
  expect(offering.isUnanswered()).toBe(false);
});

it("doubts the way once, and gives up after 45 seconds", async () => {
  const { timers, seen, offering } = setUp();
  offering.begin();
  await timers.advance(60_000);
  expect(seen.filter((what) => what === "doubt")).toHaveLength(1);
  expect(seen.indexOf("doubt")).toBe(3);
  expect(seen.at(-1)).toBe("unanswered");
  expect(timers.pending()).toBe(0);
});

it("says it through a new socket at once, and not what was never offered", async () => {
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
