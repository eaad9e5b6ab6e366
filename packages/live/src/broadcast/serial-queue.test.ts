import { expect, it, vi } from "vitest";
import { createSerialQueues } from "./serial-queue.ts";

/** A task that ends when told. */
function createTask() {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { task: vi.fn(() => ended), end: () => end() };
}
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

it("handles one seat's messages in order, each after the one before, whatever became of that", async () => {
  const enqueue = createSerialQueues();
  const [first, second] = [createTask(), createTask()];
  enqueue("a", first.task);
  enqueue("a", () => Promise.reject(new Error("refused")));
  enqueue("a", second.task);
  await settle();
  expect(second.task).not.toHaveBeenCalled();
  first.end();
  await settle();
  expect(second.task).toHaveBeenCalledOnce();
});

it("lets no seat wait for another", async () => {
  const enqueue = createSerialQueues();
  const other = createTask();
  enqueue("a", createTask().task);
  enqueue("b", other.task);
  await settle();
  expect(other.task).toHaveBeenCalledOnce();
});

it("keeps few messages of a flood, and takes more once they are handled", async () => {
  const enqueue = createSerialQueues();
  const slow = createTask();
  const handled = vi.fn();
  enqueue("a", slow.task);
  for (let i = 0; i < 1000; i++) enqueue("a", handled);
  slow.end();
  await settle();
  expect(handled).toHaveBeenCalledTimes(32);
  enqueue("a", handled);
  await settle();
  expect(handled).toHaveBeenCalledTimes(33);
});

it("handles only the newest of the offers that wait, after what came before it", async () => {
  const enqueue = createSerialQueues();
  const slow = createTask();
  const handled: string[] = [];
  const note = (message: string) => () => void handled.push(message);
  enqueue("a", slow.task, "offer");
  for (const message of ["offer 1", "candidate 1", "offer 2", "candidate 2"]) {
    enqueue("a", note(message), message.startsWith("offer") ? "offer" : undefined);
  }
  enqueue("b", note("another's offer"), "offer");
  slow.end();
  await settle();
  expect(handled).toEqual(["another's offer", "candidate 1", "offer 2", "candidate 2"]);
});
