import { expect, test } from "vitest";
import { oneByOne } from "./one-by-one.ts";

test("runs one piece of work at a time, in the order of the calls, and goes on after one that failed", async () => {
  const run = oneByOne();
  const done: string[] = [];
  let finish: () => void = () => undefined;
  const slow = run(async () => {
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    done.push("slow");
  });
  const failing = run(async () => {
    done.push("failing");
    throw new Error("no");
  });
  const quick = run(async () => done.push("quick"));
  await Promise.resolve();
  expect(done).toEqual([]);
  finish();
  await expect(failing).rejects.toThrow("no");
  expect(await quick).toBe(3);
  await slow;
  expect(done).toEqual(["slow", "failing", "quick"]);
});
