import { createMachine, viewOnto } from "@lectern/primitives";
import { expect, test } from "vitest";
import { initialBroadcast } from "../broadcast/facts.ts";
import { transitionBroadcast } from "../broadcast/state.ts";
import { viewOf } from "../broadcast/view.ts";
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
  const machine = createMachine(initialBroadcast(session), transitionBroadcast, () => undefined);
  const broadcast = viewOnto(machine, viewOf);
  const calls: string[] = [];
  const recorder = {
    start: ({ title, owner }: { title: string; owner: string }) => calls.push(`start ${title} of ${owner}`),
    setAudible: (audible: boolean) => calls.push(audible ? "audible" : "silent"),
    stop: () => calls.push("stop"),
  };
  const end = recordBroadcast({ broadcast, recorder, isWanted: () => isWanted, owner: "me", code: session.code });
  const since = () => calls.splice(0);
  return { dispatch: machine.dispatch, end, since };
}

test("records from on air to the end, silent while muted or paused", () => {
  const { dispatch, since } = follow(true);
  dispatch({ type: "go-live", hasMicrophone: true });
  expect(since()).toEqual([]);
  dispatch({ type: "outlet-on-air", id: "arn", at: 0 });
  expect(since()).toEqual(["start A talk of me", "audible"]);
  dispatch({ type: "muted", muted: true });
  expect(since()).toEqual(["silent"]);
  dispatch({ type: "outlet-lost", id: "arn", attempt: 1 });
  expect(since()).toEqual(["silent"]);
  dispatch({ type: "outlet-on-air", id: "arn", at: 5 });
  dispatch({ type: "muted", muted: false });
  expect(since().at(-1)).toBe("audible");
  dispatch({ type: "session", session: { ...session, status: "ended", hosted: false, rev: 2 } });
  expect(since()).toEqual(["stop"]);
  dispatch({ type: "go-live", hasMicrophone: true });
  dispatch({ type: "outlet-on-air", id: "arn", at: 0 });
  expect(since()).toEqual(["start A talk of me", "audible"]);
});

test("stops when another page takes over, and when the page is left", () => {
  const displaced = follow(true);
  displaced.dispatch({ type: "go-live", hasMicrophone: true });
  displaced.dispatch({ type: "outlet-on-air", id: "arn", at: 0 });
  displaced.dispatch({ type: "displaced" });
  expect(displaced.since().at(-1)).toBe("stop");
  displaced.end();
  expect(displaced.since()).toEqual([]);

  const left = follow(true);
  left.dispatch({ type: "go-live", hasMicrophone: true });
  left.dispatch({ type: "outlet-on-air", id: "arn", at: 0 });
  left.end();
  expect(left.since().at(-1)).toBe("stop");
});

test("records nothing that is not wanted", () => {
  const { dispatch, since } = follow(false);
  dispatch({ type: "go-live", hasMicrophone: true });
  dispatch({ type: "outlet-on-air", id: "arn", at: 0 });
  expect(since()).not.toContain("start A talk of me");
});
