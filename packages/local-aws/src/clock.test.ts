import { describe, expect, it, vi } from "vitest";
import { createClock } from "./clock.ts";

/** A machine whose time stands still, so that only `advance` moves it. */
const stillClock = () => createClock(() => 1_000_000);

describe("clock", () => {
  it("moves forward by what it is told", () => {
    const clock = stillClock();
    clock.advance(250);
    expect(clock.now()).toBe(1_000_250);
  });

  it("fires what becomes due, in order, each at its own time", () => {
    const clock = stillClock();
    const fired: [string, number][] = [];
    clock.after(20, () => fired.push(["second", clock.now()]));
    clock.after(10, () => {
      fired.push(["first", clock.now()]);
      clock.after(5, () => fired.push(["set by the first", clock.now()]));
    });
    clock.after(31, () => fired.push(["not yet", clock.now()]));
    clock.advance(30);
    expect(fired).toEqual([
      ["first", 1_000_010],
      ["set by the first", 1_000_015],
      ["second", 1_000_020],
    ]);
    expect(clock.now()).toBe(1_000_030);
    clock.clear();
  });

  it("fires a repeated timer once a period until it is cancelled", () => {
    const clock = stillClock();
    const tick = vi.fn();
    const cancel = clock.every(60_000, tick);
    clock.advance(180_000);
    expect(tick).toHaveBeenCalledTimes(3);
    cancel();
    clock.advance(180_000);
    expect(tick).toHaveBeenCalledTimes(3);
  });

  it("lets a repeated callback cancel itself", () => {
    const clock = stillClock();
    const tick = vi.fn(() => cancel());
    const cancel = clock.every(10, tick);
    clock.advance(100);
    expect(tick).toHaveBeenCalledTimes(1);
  });

  it("fires with the machine's time too", async () => {
    const clock = createClock();
    await new Promise<void>((resolve) => {
      clock.after(1, resolve);
    });
    clock.clear();
  });

  it("fires nothing once it was cleared", () => {
    const clock = stillClock();
    const callback = vi.fn();
    clock.after(10, callback);
    clock.clear();
    clock.advance(10);
    expect(callback).not.toHaveBeenCalled();
  });
});
