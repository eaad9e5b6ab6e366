import { createStore } from "@lectern/primitives";
import { expect, it, vi } from "vitest";
import { createJournal } from "./journal.ts";
import { describeError, withoutSecrets, writeReport } from "./report.ts";

it.each([
  ["Failed to fetch wss://v-1.kinesisvideo.us-east-1.amazonaws.com/?X-Amz-Signature=abc", "Failed to fetch …"],
  ["candidate 192.168.1.5 and 2001:db8::8a2e:370:7334", "candidate … and …"],
  ["no user ada@example.org", "no user …"],
  ["token eyJraWQiOiJhYmNkZWYxMjM0NTY3ODkw.eyJzdWIiOiJhYmNkZWYxMjM0NTY3ODkw", "token ….…"],
  ["it took 4 s", "it took 4 s"],
])("leaves out of %j what tells about a person", (text, left) => {
  expect(withoutSecrets(text)).toBe(left);
});

it("names a failure and its causes, by code where there is one", () => {
  const refused = Object.assign(new Error("arn:aws:iam::123456789012:role/x"), { name: "AuthError", code: "network" });
  const error = new TypeError("cannot read https://example.org/s/one-two", { cause: refused });
  expect(describeError(error)).toBe("TypeError: cannot read … ← AuthError: network");
  const missing = Object.assign(new Error("no pool"), { name: "AuthError", code: "identity-pool-not-found" });
  expect(describeError(missing)).toBe("AuthError: identity-pool-not-found");
  expect(describeError("thrown by mistake")).toBe("string");
});

it("tells nothing of whom and where an event may have come with", () => {
  vi.stubGlobal("navigator", { userAgent: "Browser", language: "en", onLine: true });
  vi.stubGlobal("document", { visibilityState: "visible" });
  const journal = createJournal(() => 0);
  journal.note("own candidate: host udp 192.168.1.5");
  journal.note("own candidate: host udp 4b3bd2a6-8a2e-4a70-9c3e-73340d1e2f30.local");
  journal.note("session socket closed: session-not-found");
  const report = writeReport({ page: "listener", version: "1", journal });
  expect(report.split("\n").slice(-3)).toEqual([
    "-0.0 s  own candidate: host udp …",
    "-0.0 s  own candidate: host udp ….local",
    "-0.0 s  session socket closed: session-not-found",
  ]);
});

it("ends with causes that lead to themselves", () => {
  const error = new Error("round");
  error.cause = error;
  expect(describeError(error).split("←")).toHaveLength(5);
});

it("keeps the newest events with their time, the same one after another once", () => {
  let now = 0;
  const journal = createJournal(() => now);
  for (let i = 0; i < 200; i++) journal.note(`event ${i}`);
  now = 2500;
  journal.note("closed");
  journal.note("closed");
  now = 4000;
  expect(journal.lines()).toHaveLength(80);
  expect(journal.lines().at(-2)).toBe("-4.0 s  event 199");
  expect(journal.lines().at(-1)).toBe("-1.5 s  closed (2 times)");
});

it("notes each status a core comes to, and nothing in between", () => {
  const core = createStore({ status: "idle", level: 0 }, (state, change: { status?: string; level?: number }) => ({
    ...state,
    ...change,
  }));
  const journal = createJournal(() => 0);
  journal.follow("microphone", core);
  for (const change of [{ level: 1 }, { status: "open" }, { level: 2 }]) core.dispatch(change);
  expect(journal.lines()).toEqual(["-0.0 s  microphone: idle", "-0.0 s  microphone: open"]);
});
