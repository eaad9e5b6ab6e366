import { expect, it } from "vitest";
import { createMachine, viewOnto } from "./machine.ts";

const add = (sum: number, event: number) => ({ state: sum + event, commands: event === 0 ? [] : [`added ${event}`] });

it("carries out an event's commands once subscribers were told, and handles what they dispatch afterwards", () => {
  const seen: unknown[] = [];
  const machine = createMachine(0, add, (command) => {
    seen.push(command);
    if (command === "added 1") machine.dispatch(10);
    seen.push("carried out");
  });
  const unsubscribe = machine.subscribe(() => seen.push(machine.getState()));
  machine.dispatch(1);
  expect(seen).toEqual([1, "added 1", "carried out", 11, "added 10", "carried out"]);
  machine.dispatch(0);
  unsubscribe();
  machine.dispatch(5);
  expect(machine.getState()).toBe(16);
  expect(seen.slice(6)).toEqual(["added 5", "carried out"]);
});

it("does all that is due when a subscriber or a command throws, and throws then", () => {
  const seen: string[] = [];
  const machine = createMachine(0, add, (command) => {
    seen.push(command);
    if (command === "added 1") throw new Error("no");
  });
  machine.subscribe(() => {
    if (machine.getState() === 1) machine.dispatch(10);
    throw new Error("first");
  });
  machine.subscribe(() => seen.push(`told ${machine.getState()}`));
  expect(() => machine.dispatch(1)).toThrow("first");
  expect(seen).toEqual(["told 1", "added 1", "told 11", "added 10"]);
  machine.dispatch(0);
});

it("shows the same view, and tells nobody, while none of its members changed", () => {
  const machine = createMachine(0, add, () => undefined);
  const view = viewOnto(machine, (sum): object =>
    sum > 20 ? { big: true } : { tens: Math.floor(sum / 10), of: "tens" },
  );
  const first = view.getState();
  let told = 0;
  const unsubscribe = view.subscribe(() => told++);
  machine.dispatch(1);
  expect(view.getState()).toBe(first);
  expect(told).toBe(0);
  machine.dispatch(10);
  expect(view.getState()).toEqual({ tens: 1, of: "tens" });
  expect(told).toBe(1);
  unsubscribe();
  machine.dispatch(10);
  expect(view.getState()).toEqual({ big: true });
  expect(told).toBe(1);
});
