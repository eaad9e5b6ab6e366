import { createClientId, createSeatId } from "@lectern/session-api/contract";
import { expect, test } from "vitest";
import { givenAway } from "./places.ts";

const issued = (slot: number, atSeconds: number) =>
  createClientId(btoa("k".repeat(32)), "arn", { seatId: createSeatId(slot), expiresAt: atSeconds * 1000 });

test("of several who had a slot, all but the one who was given it last have lost it, in whatever order they come", async () => {
  const [first, second, third, other] = await Promise.all([issued(3, 10), issued(3, 11), issued(3, 12), issued(4, 1)]);
  expect(givenAway([first, second, third, other])).toEqual([first, second]);
  expect(givenAway([third, other, second, first])).toEqual([second, first]);
});

test("of two in the same second, who is there stays", async () => {
  const [first, second] = await Promise.all([issued(3, 10), issued(3, 10)]);
  expect(givenAway([first, second])).toEqual([second]);
});
