import { expect, test } from "vitest";
import { createClock } from "../clock.ts";
import { defaultSettings } from "../settings.ts";
import { withExpiringAllocations } from "./expiring.ts";
import { noTurn, type Turn } from "./turn.ts";

test("ends relays when credentials do, with one timer however many are given", () => {
  const clock = createClock(() => 1_000_000);
  const endedAt: number[] = [];
  const inner: Turn = {
    ...noTurn,
    iceServers: () => [{ Uris: [], Username: "", Password: "", Ttl: 300 }],
    async endAllocations() {
      endedAt.push(clock.now() - 1_000_000);
      return 0;
    },
  };
  const turn = withExpiringAllocations(inner, { ...defaultSettings, relayAfter300s: "dead" }, clock);
  for (let asked = 0; asked < 300; asked++) {
    turn.iceServers("arn", "plain");
    expect(clock.timers()).toBe(1);
    clock.advance(1000);
  }
  clock.advance(600_000);
  // The first ones', then those of the last that was asked for before that.
  expect(endedAt).toEqual([300_000, 599_000]);
  expect(clock.timers()).toBe(0);
});
