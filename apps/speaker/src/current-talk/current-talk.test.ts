import { browserTiming, type Timing } from "@lectern/primitives";
import { createTestTimers } from "@lectern/primitives/testing";
import type { PatchSession, Session } from "@lectern/session-api/contract";
import { expect, test } from "vitest";
import { createCurrentTalk } from "./current-talk.ts";
import { transitionCurrentTalk } from "./state.ts";

const sessionOf = (code: string, title = "Untitled talk"): Session => ({
  id: code,
  code,
  title,
  status: "waiting",
  rev: 1,
  createdAt: 0,
  liveAt: null,
  endedAt: null,
  hosted: false,
});

/** A session API of one speaker, newest session first. */
function fakeApi(sessions: Session[] = []) {
  const patches: PatchSession[] = [];
  let offline = false;
  let rev = 1;
  const answer = <T>(value: () => T): Promise<T> =>
    offline ? Promise.reject(new Error("offline")) : Promise.resolve(value());
  return {
    patches,
    goOffline: (off: boolean) => {
      offline = off;
    },
    api: {
      listSessions: () => answer(() => [...sessions]),
      createSession: ({ title }: { title: string }) =>
        answer(() => {
          const made = sessionOf(`made-${sessions.length}`, title);
          sessions.unshift(made);
          return made;
        }),
      patchSession: (code: string, patch: PatchSession) =>
        answer(() => {
          patches.push(patch);
          return { ...sessionOf(code, patch.title), rev: ++rev };
        }),
    },
  };
}

function openTalkOn(
  fake: ReturnType<typeof fakeApi>,
  untitled = async () => "Untitled talk",
  timing: Timing = browserTiming,
) {
  const broadcasts: { code: string; closed: boolean; close(): void }[] = [];
  const currentTalk = createCurrentTalk({
    api: fake.api,
    untitled,
    saveAfterMs: 0,
    timing,
    startBroadcast: ({ code }) => {
      const broadcast = {
        code,
        closed: false,
        close() {
          broadcast.closed = true;
        },
      };
      broadcasts.push(broadcast);
      return broadcast;
    },
  });
  return { currentTalk, broadcasts };
}

test("takes up the latest session rather than making another", async () => {
  const fake = fakeApi([sessionOf("new"), sessionOf("old")]);
  const { currentTalk, broadcasts } = openTalkOn(fake);
  await currentTalk.open();
  expect(currentTalk.getState()).toMatchObject({ status: "open", session: { code: "new" } });
  expect(broadcasts.map(({ code }) => code)).toEqual(["new"]);
});

test("makes a speaker's first session, and another when asked for a fresh one", async () => {
  const { currentTalk, broadcasts } = openTalkOn(fakeApi());
  await currentTalk.open();
  expect(currentTalk.getState()).toMatchObject({ session: { code: "made-0" }, title: "Untitled talk" });
  await currentTalk.open("new");
  expect(currentTalk.getState()).toMatchObject({ session: { code: "made-1" } });
  expect(broadcasts.map(({ closed }) => closed)).toEqual([true, false]);
});

test("calls a session without a name by what that is at the time", async () => {
  let untitled = "Untitled talk";
  const { currentTalk } = openTalkOn(fakeApi([sessionOf("talk")]), async () => untitled);
  await currentTalk.open();
  untitled = "Vortrag ohne Titel";
  await currentTalk.open("new");
  expect(currentTalk.getState()).toMatchObject({ title: "Vortrag ohne Titel" });
});

test("saves a title once typing stops, trimmed, and never one that is empty", async () => {
  const fake = fakeApi([sessionOf("talk")]);
  const { currentTalk } = openTalkOn(fake);
  await currentTalk.open();
  currentTalk.rename("R");
  currentTalk.rename("Rivers ");
  await expect.poll(() => currentTalk.getState()).toMatchObject({ saving: "saved", title: "Rivers " });
  currentTalk.rename("  ");
  expect(currentTalk.getState()).toMatchObject({ saving: "unfit" });
  await currentTalk.saveTitle();
  expect(fake.patches).toEqual([{ title: "Rivers" }]);
});

test("a title that nobody would see is none, and what overrides its direction is left out at once", async () => {
  const fake = fakeApi([sessionOf("talk")]);
  const { currentTalk } = openTalkOn(fake);
  await currentTalk.open();
  currentTalk.rename("\u200b\u2066 \u2069");
  expect(currentTalk.getState()).toMatchObject({ saving: "unfit" });
  currentTalk.rename("\u202eRivers");
  await expect.poll(() => currentTalk.getState()).toMatchObject({ saving: "saved", title: "Rivers" });
  expect(fake.patches).toEqual([{ title: "Rivers" }]);
});

test("tells that a title could not be saved, and tries by itself until it is", async () => {
  const fake = fakeApi([sessionOf("talk")]);
  const timers = createTestTimers(() => 1);
  const { currentTalk } = openTalkOn(fake, undefined, timers);
  await currentTalk.open();
  fake.goOffline(true);
  currentTalk.rename("Rivers");
  await timers.advance(2500);
  expect(currentTalk.getState()).toMatchObject({ saving: "failed", title: "Rivers" });
  fake.goOffline(false);
  await timers.advance(4000);
  expect(currentTalk.getState()).toMatchObject({ saving: "saved", session: { title: "Rivers" } });
  expect(timers.pending()).toBe(0);
});

test("of a title's two answers keeps the newer, whichever comes last", () => {
  const open = { status: "open", broadcast: null, title: "New", saving: "pending" } as const;
  const old = { ...sessionOf("talk", "Old"), rev: 2 };
  const renamed = { ...sessionOf("talk", "New"), rev: 3 };
  const saved = transitionCurrentTalk({ ...open, session: old }, { type: "saved", session: renamed });
  expect(transitionCurrentTalk(saved, { type: "saved", session: old })).toMatchObject({
    session: renamed,
    saving: "saved",
  });
});

test("of two titles saves the one that was typed last, last", async () => {
  const fake = fakeApi([sessionOf("talk")]);
  const { currentTalk } = openTalkOn(fake);
  await currentTalk.open();
  const { patchSession } = fake.api;
  const answers: (() => void)[] = [];
  fake.api.patchSession = async (...call) => {
    await new Promise<void>((resolve) => answers.push(resolve));
    return patchSession(...call);
  };
  currentTalk.rename("Rivers");
  void currentTalk.saveTitle();
  await expect.poll(() => answers.length).toBe(1);
  currentTalk.rename("Lakes");
  void currentTalk.saveTitle();
  await new Promise((resolve) => setImmediate(resolve));
  expect(answers).toHaveLength(1);
  answers[0]?.();
  await expect.poll(() => answers.length).toBe(2);
  expect(currentTalk.getState()).toMatchObject({ title: "Lakes", saving: "pending", session: { title: "Rivers" } });
  answers[1]?.();
  await expect.poll(() => currentTalk.getState()).toMatchObject({ saving: "saved", session: { title: "Lakes" } });
});

test("takes over a link that was replaced elsewhere, and a title, unless another is being typed", () => {
  const open = { status: "open", broadcast: null, session: sessionOf("talk", "Old"), title: "Old" } as const;
  const session = { ...open.session, code: "another-code", title: "New", rev: 2 };
  const told = { type: "told", session } as const;
  expect(transitionCurrentTalk({ ...open, saving: "saved" }, told)).toMatchObject({ session, title: "New" });
  expect(transitionCurrentTalk({ ...open, title: "Mine", saving: "pending" }, told)).toMatchObject({
    session,
    title: "Mine",
  });
  const same = { ...open, saving: "saved" } as const;
  expect(transitionCurrentTalk(same, { type: "told", session: open.session })).toBe(same);
});

test("tells what failed while opening, and opens when tried again", async () => {
  const fake = fakeApi([sessionOf("talk")]);
  const { currentTalk } = openTalkOn(fake);
  fake.goOffline(true);
  await currentTalk.open();
  expect(currentTalk.getState()).toMatchObject({ status: "failed", error: { message: "offline" } });
  fake.goOffline(false);
  await currentTalk.open();
  expect(currentTalk.getState()).toMatchObject({ status: "open" });
});

test("starts nothing for a speaker who left while it was opening", async () => {
  const { currentTalk, broadcasts } = openTalkOn(fakeApi([sessionOf("talk")]));
  const opening = currentTalk.open();
  currentTalk.close();
  await opening;
  expect(currentTalk.getState()).toEqual({ status: "closed" });
  expect(broadcasts).toEqual([]);
});
