import { createStore } from "@lectern/primitives";
import { expect, test } from "vitest";
import { initialBroadcast, transitionBroadcast } from "../broadcast/state.ts";
import { recordBroadcast } from "./follow.ts";

const session = {
  id: "id",
  code: "a-b-c-d",
  title: "A talk",
  status: "live",
  rev: 1,
  createdAt: 0,
  liveAt: 0,
  endedAt: null,
  hosted: true,
} as const;

function follow(isWanted: boolean) {
  const broadcast = createStore(initialBroadcast(session), transitionBroadcast);
  const calls: string[] = [];
  const recorder = {
    start: ({ title, owner }: { title: string; owner: string }) => calls.push(`start ${title} of ${owner}`),
    setAudible: (audible: boolean) => calls.push(audible ? "audible" : "silent"),
    stop: () => calls.push("stop"),
  };
  const end = recordBroadcast({ broadcast, recorder, isWanted: () => isWanted, owner: "me", code: session.code });
  const since = () => calls.splice(0);
  return { ...broadcast, end, since };
}

test("records from on air to the end, silent while muted or paused", () => {
  const { dispatch, since } = follow(true);
  dispatch({ type: "go-live" });
  expect(since()).toEqual([]);
  dispatch({ type: "on-air", at: 0 });
  expect(since()).toEqual(["start A talk of me", "audible"]);
  dispatch({ type: "muted", muted: true });
  expect(since()).toEqual(["silent"]);
  dispatch({ type: "lost", reason: "signaling", attempt: 1 });
  expect(since()).toEqual(["silent"]);
  dispatch({ type: "restored" });
  dispatch({ type: "muted", muted: false });
  expect(since().at(-1)).toBe("audible");
  dispatch({ type: "ended", reason: "by-you" });
  expect(since()).toEqual(["stop"]);
  dispatch({ type: "go-live" });
  dispatch({ type: "on-air", at: 0 });
  expect(since()).toEqual(["start A talk of me", "audible"]);
});

test("stops when another page takes over, and when the page is left", () => {
  const displaced = follow(true);
  displaced.dispatch({ type: "go-live" });
  displaced.dispatch({ type: "on-air", at: 0 });
  displaced.dispatch({ type: "displaced" });
  expect(displaced.since().at(-1)).toBe("stop");
  displaced.end();
  expect(displaced.since()).toEqual([]);

  const left = follow(true);
  left.dispatch({ type: "go-live" });
  left.dispatch({ type: "on-air", at: 0 });
  left.end();
  expect(left.since().at(-1)).toBe("stop");
});

test("records nothing that is not wanted", () => {
  const { dispatch, since } = follow(false);
  dispatch({ type: "go-live" });
  dispatch({ type: "on-air", at: 0 });
  expect(since()).not.toContain("start A talk of me");
});
