import { tmpdir } from "node:os";
import { expect, it } from "vitest";
import { watchGlobals } from "./globals.ts";

const directory = process.cwd();
const changes: Record<string, () => void> = {
  "process.env.LECTERN_LEFT_BEHIND": () => {
    process.env.LECTERN_LEFT_BEHIND = "1";
  },
  "process.env.PATH": () => {
    delete process.env.PATH;
  },
  "globalThis.fetch": () => {
    globalThis.fetch = async () => new Response();
  },
  "globalThis.leftBehind": () => {
    Object.assign(globalThis, { leftBehind: true });
  },
  "Date.now": () => {
    Date.now = () => 0;
  },
  "EventTarget.prototype.leftBehind": () => {
    Object.assign(EventTarget.prototype, { leftBehind: true });
  },
  "process.cwd()": () => process.chdir(tmpdir()),
};

it.each(Object.entries(changes))("names %s when it was changed, and puts it back", (name, change) => {
  const changedGlobals = watchGlobals();
  change();
  expect(changedGlobals()).toEqual([name]);
  expect(changedGlobals()).toEqual([]);
  expect(process.cwd()).toBe(directory);
});

it("names nothing when all is as it was", async () => {
  const changedGlobals = watchGlobals();
  const { now } = Date;
  Date.now = () => 0;
  Date.now = now;
  await fetch("data:,").then((response) => response.text());
  expect(changedGlobals()).toEqual([]);
});
