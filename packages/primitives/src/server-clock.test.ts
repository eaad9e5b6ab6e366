import { expect, it } from "vitest";
import { createServerClock } from "./server-clock.ts";

function setUp(startAt = 0) {
  const device = { now: startAt, steadyNow: 0 };
  const clock = createServerClock({ now: () => device.now, steadyNow: () => device.steadyNow });
  const pass = (ms: number) => {
    device.now += ms;
    device.steadyNow += ms;
  };
  return { clock, device, pass };
}

it("is the device's clock until the server tells its time", () => {
  const { clock, pass } = setUp(1000);
  expect(clock.now()).toBe(1000);
  pass(5);
  expect(clock.now()).toBe(1005);
});

it("believes the first time it is told, earlier or later than the device's", () => {
  for (const told of [7, 999, 1001, 60_000]) {
    const { clock } = setUp(1000);
    clock.learn(told);
    expect(clock.now()).toBe(told);
  }
});

it("keeps the told time that arrived quickest", () => {
  const { clock } = setUp();
  for (const told of [9800, 9950, 9300, 4951]) clock.learn(told);
  expect(clock.now()).toBe(9950);
});

it("follows when the server's clock was set, either way", () => {
  const { clock } = setUp();
  clock.learn(60_000);
  clock.learn(600_000);
  expect(clock.now()).toBe(600_000);
  clock.learn(595_000);
  expect(clock.now()).toBe(595_000);
});

it("goes on when the device's clock is set back, or stands still in sleep", () => {
  const { clock, device, pass } = setUp(5000);
  clock.learn(100_000);
  device.now -= 3_600_000;
  pass(50);
  expect(clock.now()).toBe(100_050);
  device.now = 5000 + 8000;
  expect(clock.now()).toBe(108_000);
});
