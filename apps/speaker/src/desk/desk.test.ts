import type { PatchSession, Session } from "@lectern/session-api/contract";
import { expect, test, vi } from "vitest";
import { createDesk } from "./desk.ts";

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
          return sessionOf(code, patch.title);
        }),
    },
  };
}

function deskOn(fake: ReturnType<typeof fakeApi>, untitled = async () => "Untitled talk") {
  const broadcasts: { code: string; closed: boolean; close(): void }[] = [];
  const desk = createDesk({
    api: fake.api,
    untitled,
    saveAfterMs: 0,
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
  return { desk, broadcasts };
}

test("takes up the latest session rather than making another", async () => {
  const fake = fakeApi([sessionOf("new"), sessionOf("old")]);
  const { desk, broadcasts } = deskOn(fake);
  await desk.open();
  expect(desk.getState()).toMatchObject({ status: "open", session: { code: "new" } });
  expect(broadcasts.map(({ code }) => code)).toEqual(["new"]);
});

test("makes a speaker's first session, and another when asked for a fresh one", async () => {
  const { desk, broadcasts } = deskOn(fakeApi());
  await desk.open();
  expect(desk.getState()).toMatchObject({ session: { code: "made-0" }, title: "Untitled talk" });
  await desk.open("new");
  expect(desk.getState()).toMatchObject({ session: { code: "made-1" } });
  expect(broadcasts.map(({ closed }) => closed)).toEqual([true, false]);
});

test("calls a session without a name by what that is at the time", async () => {
  let untitled = "Untitled talk";
  const { desk } = deskOn(fakeApi([sessionOf("talk")]), async () => untitled);
  await desk.open();
  untitled = "Vortrag ohne Titel";
  await desk.open("new");
  expect(desk.getState()).toMatchObject({ title: "Vortrag ohne Titel" });
});

test("saves a title once typing stops, trimmed, and never one that is empty", async () => {
  const fake = fakeApi([sessionOf("talk")]);
  const { desk } = deskOn(fake);
  await desk.open();
  desk.rename("R");
  desk.rename("Rivers ");
  await vi.waitFor(() => expect(desk.getState()).toMatchObject({ saving: "saved", title: "Rivers " }));
  desk.rename("  ");
  expect(desk.getState()).toMatchObject({ saving: "unfit" });
  await desk.saveTitle();
  expect(fake.patches).toEqual([{ title: "Rivers" }]);
});

test("keeps a title that could not be saved, and saves it at the next occasion", async () => {
  const fake = fakeApi([sessionOf("talk")]);
  const { desk } = deskOn(fake);
  await desk.open();
  fake.goOffline(true);
  desk.rename("Rivers");
  await vi.waitFor(() => expect(desk.getState()).toMatchObject({ saving: "failed", title: "Rivers" }));
  fake.goOffline(false);
  await desk.saveTitle();
  expect(desk.getState()).toMatchObject({ saving: "saved", session: { title: "Rivers" } });
});

test("tells what failed while opening, and opens when tried again", async () => {
  const fake = fakeApi([sessionOf("talk")]);
  const { desk } = deskOn(fake);
  fake.goOffline(true);
  await desk.open();
  expect(desk.getState()).toMatchObject({ status: "failed", error: { message: "offline" } });
  fake.goOffline(false);
  await desk.open();
  expect(desk.getState()).toMatchObject({ status: "open" });
});

test("starts nothing for a speaker who left while it was opening", async () => {
  const { desk, broadcasts } = deskOn(fakeApi([sessionOf("talk")]));
  const opening = desk.open();
  desk.close();
  await opening;
  expect(desk.getState()).toEqual({ status: "closed" });
  expect(broadcasts).toEqual([]);
});
