import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { createLambda } from "./lambda.ts";

const folder = mkdtempSync(join(tmpdir(), "lectern-lambda-"));
afterAll(() => rmSync(folder, { recursive: true }));

function functionOf(code: string, now = Date.now) {
  const file = join(folder, "index.mjs");
  writeFileSync(file, code);
  return createLambda({ file, environment: { ONLY: "this" } }, { now });
}

it("gives every invocation a module state of its own", async () => {
  const invoke = functionOf("let calls = 0; export const handler = async (event) => ({ event, calls: ++calls });");
  expect(await invoke("a")).toEqual({ event: "a", calls: 1 });
  expect(await Promise.all([invoke("b"), invoke("c")])).toMatchObject([{ calls: 1 }, { calls: 1 }]);
});

it("gives it its own environment and the stand-in's time, and none of this process's", async () => {
  const invoke = functionOf(
    "export const handler = async () => ({ now: Date.now(), only: process.env.ONLY, path: process.env.PATH });",
    () => Date.now() + 3_600_000,
  );
  const answer = await invoke({});
  expect(answer).toMatchObject({ only: "this" });
  expect(answer).not.toHaveProperty("path", expect.anything());
  expect((answer as { now: number }).now).toBeGreaterThan(Date.now() + 3_500_000);
});

it("fails as the handler fails, and when it cannot be loaded", async () => {
  await expect(
    functionOf("export const handler = async () => { throw new TypeError('as asked'); };")({}),
  ).rejects.toMatchObject({ name: "TypeError", message: "as asked" });
  await expect(functionOf("export const other = 1;")({})).rejects.toThrow();
});
