import { expect, it, vi } from "vitest";
import { createTurns } from "./turns.ts";

/** A task that ends when told. */
function createTask() {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { task: vi.fn(() => ended), end: () => end() };
}
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

it("handles one seat's messages in order, each after the one before, whatever became of that", async () => {
  const inTurn = createTurns();
  const [first, second] = [createTask(), createTask()];
  inTurn("a", first.task);
  inTurn("a", () => Promise.reject(new Error("refused")));
  inTurn("a", second.task);
  await settle();
  expect(second.task).not.toHaveBeenCalled();
  first.end();
  await settle();
  expect(second.task).toHaveBeenCalledOnce();
});

it("lets no seat wait for another", async () => {
  const inTurn = createTurns();
  const other = createTask();
  inTurn("a", createTask().task);
  inTurn("b", other.task);
  await settle();
  expect(other.task).toHaveBeenCalledOnce();
});

it("keeps few messages of a flood, and takes more once they are handled", async () => {
  const inTurn = createTurns();
  const slow = createTask();
  const handled = vi.fn();
  inTurn("a", slow.task);
  for (let i = 0; i < 1000; i++) inTurn("a", handled);
  slow.end();
  await settle();
  expect(handled).toHaveBeenCalledTimes(32);
  inTurn("a", handled);
  await settle();
  expect(handled).toHaveBeenCalledTimes(33);
});

it("handles only the newest of the offers that wait, after what came before it", async () => {
  const inTurn = createTurns();
  const slow = createTask();
  const handled: string[] = [];
  const note = (message: string) => () => void handled.push(message);
  inTurn("a", slow.task, "offer");
  for (const message of ["offer 1", "candidate 1", "offer 2", "candidate 2"]) {
    inTurn("a", note(message), message.startsWith("offer") ? "offer" : undefined);
  }
  inTurn("b", note("another's offer"), "offer");
  slow.end();
  await settle();
  expect(handled).toEqual(["another's offer", "candidate 1", "offer 2", "candidate 2"]);
});
