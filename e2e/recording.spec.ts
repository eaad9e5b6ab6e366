import { randomUUID } from "node:crypto";
import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { type Browser, chromium, type Page } from "@playwright/test";
import { violations } from "./lib/accessibility.ts";
import { chromiumOptions } from "./lib/chromium.ts";
import { judged, lasting, NEVER_STOPS_MS, startHearing } from "./lib/continuous.ts";
import type { Gap } from "./lib/gaps.ts";
import {
  checkMicrophone,
  endSession,
  goLive,
  listen,
  openListener,
  openNewSpeaker,
  state,
  staysOnAir,
} from "./lib/pages.ts";
import { demo, localAws, root } from "./lib/product.ts";
import {
  between,
  downloadRecording,
  goLiveRecorded,
  keptRecordings,
  playFile,
  recordingChoice,
  recordingNote,
} from "./lib/recording.ts";
import { expect, steadyTest as test } from "./lib/test.ts";

/** −60 dB and −40 dB of full scale. */
const SILENCE = 0.001;
const SOUND = 0.01;
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

test("a talk is recorded through mute, pause and another microphone, downloaded, opened and sought in, and discarded", async ({
  browser,
}) => {
  const speaker = await openNewSpeaker(browser);
  await checkMicrophone(speaker);
  await expect(recordingChoice(speaker)).not.toBeChecked();
  await recordingChoice(speaker).check();
  await goLive(speaker);
  await expect(recordingNote(speaker)).toBeVisible();
  const startedAt = Date.now();
  const at = () => (Date.now() - startedAt) / 1000;
  const phases: Record<string, [number, number]> = {};
  /** The middle of a phase of three seconds or more: its edges are as sharp as a press of a button. */
  const phase = async (name: string) => {
    const from = at();
    await staysOnAir(speaker, 3);
    phases[name] = [from + 0.8, at() - 0.8];
  };
  await phase("speaking");
  await speaker.getByRole("button", { name: "Mute" }).click();
  await phase("muted");
  await speaker.getByText("Microphone and sound").click();
  await speaker.getByText("Music").click();
  await phase("muted with another track");
  await speaker.getByRole("button", { name: "Unmute" }).click();
  await phase("speaking through another track");
  await speaker.getByRole("button", { name: "Pause" }).click();
  await phase("paused");
  await speaker.getByRole("button", { name: "Resume" }).click();
  await phase("resumed");
  expect(await violations(speaker)).toEqual([]);
  await expect(recordingNote(speaker)).toBeVisible();
  await endSession(speaker);
  const lasted = at();

  await expect(keptRecordings(speaker)).toHaveCount(1);
  expect(await violations(speaker)).toEqual([]);
  const { path, name } = await downloadRecording(speaker);
  expect(name).toMatch(/^Untitled talk \d{4}-\d\d-\d\d \d\d\.\d\d\.webm$/);
  const played = await playFile(browser, path);
  expect(Math.abs(played.durationS - lasted)).toBeLessThan(1.5);
  expect(played.playedToS).toBeGreaterThan(3.5);
  expect(played.playedToS).toBeLessThan(5);
  for (const [what, [from, to]] of Object.entries(phases)) {
    const windows = between(played, from, to);
    expect(windows.length, what).toBeGreaterThan(50);
    if (/muted|paused/.test(what)) expect(Math.max(...windows), what).toBeLessThan(SILENCE);
    else expect(median(windows), what).toBeGreaterThan(SOUND);
  }

  await speaker.reload();
  await expect(recordingChoice(speaker)).toBeChecked();
  await expect(keptRecordings(speaker)).toHaveCount(1);
  expect(await violations(speaker)).toEqual([]);
  await keptRecordings(speaker).getByRole("button", { name: "Discard" }).click();
  expect(await violations(speaker)).toEqual([]);
  await speaker.getByRole("dialog").getByRole("button", { name: "Discard for good" }).click();
  await expect(keptRecordings(speaker)).toHaveCount(0);
  await speaker.reload();
  await expect(recordingChoice(speaker)).toBeChecked();
  await expect(keptRecordings(speaker)).toHaveCount(0);
});

test("a talk that nobody wants recorded is not", async ({ browser }) => {
  const speaker = await openNewSpeaker(browser);
  await checkMicrophone(speaker);
  await goLive(speaker);
  await staysOnAir(speaker, 2);
  await expect(recordingNote(speaker)).toHaveCount(0);
  await endSession(speaker);
  await expect(keptRecordings(speaker)).toHaveCount(0);
  await speaker.reload();
  await expect(recordingChoice(speaker)).not.toBeChecked();
  await expect(keptRecordings(speaker)).toHaveCount(0);
});

/** A browser with a disk of its own, as people have; Playwright's contexts are private windows. */
async function openProfile(name: string, preferences?: object) {
  const folder = `${root}test-results/${name}`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(`${folder}/Default`, { recursive: true });
  writeFileSync(`${folder}/Default/Preferences`, JSON.stringify(preferences ?? {}));
  const context = await chromium.launchPersistentContext(folder, {
    ...chromiumOptions({ microphone: "steady", whole: preferences !== undefined }),
    reducedMotion: "reduce",
  });
  return { context, end: () => context.close().then(() => rmSync(folder, { recursive: true, force: true })) };
}

type Profile = Awaited<ReturnType<typeof openProfile>>;

async function visit({ context }: Profile): Promise<Page> {
  const page = await context.newPage();
  await page.goto(demo().speakerUrl);
  return page;
}

test("the tab crashes five seconds into a talk: the next visit offers at least four of them", async ({ browser }) => {
  const profile = await openProfile("recording-profile");
  try {
    const speaker = await visit(profile);
    await goLiveRecorded(speaker);
    await expect(speaker.locator("time")).toHaveAttribute("datetime", "PT5S");
    const session = await profile.context.newCDPSession(speaker);
    const crashed = speaker.waitForEvent("crash");
    session.send("Page.crash").catch(() => undefined);
    await crashed;
    await speaker.close();

    const again = await visit(profile);
    await expect(state(again)).toHaveAttribute("data-state", "microphone-check");
    await expect(keptRecordings(again)).toHaveCount(1);
    const { path } = await downloadRecording(again);
    const played = await playFile(browser, path);
    expect(played.durationS).toBeGreaterThanOrEqual(4);
    expect(played.durationS).toBeLessThan(7);
    expect(played.playedToS).toBeGreaterThan(3.5);
    expect(median(between(played, 0.5, 4))).toBeGreaterThan(SOUND);
  } finally {
    await profile.end();
  }
});

test("a browser that keeps nothing says so, and the talk is heard", async ({ browser }) => {
  const profile = await openProfile("forbidding-profile", {
    profile: { default_content_setting_values: { cookies: 2 } },
  });
  try {
    const speaker = await visit(profile);
    const link = await checkMicrophone(speaker);
    await expect(speaker.getByText("This browser keeps no recordings here.")).toBeVisible();
    await expect(recordingChoice(speaker)).toHaveCount(0);
    await goLive(speaker);
    const listener = await openListener(browser, link);
    await listen(listener);
    await expect(speaker.getByRole("status", { name: "Listeners" })).toHaveText(/^1\b/);
    await endSession(speaker);
  } finally {
    await profile.end();
  }
});

async function fillTheDisk(browser: Browser, profile: Profile): Promise<Gap> {
  // Chromium takes a megabyte of a quota in advance: it is filled in seconds rather than minutes.
  await profile.context.addInitScript(() => {
    const Original = window.MediaRecorder;
    window.MediaRecorder = class extends Original {
      constructor(stream: MediaStream, recorderOptions?: MediaRecorderOptions) {
        super(stream, { ...recorderOptions, audioBitsPerSecond: 510_000 });
      }
    };
  });
  const speaker = await visit(profile);
  const link = await goLiveRecorded(speaker);
  const listener = await openListener(browser, link);
  await listen(listener);
  const hearing = await startHearing(listener, speaker);
  const since = await hearing.now();
  const session = await profile.context.newCDPSession(speaker);
  const { origin } = new URL(speaker.url());
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1000 });
  await expect(speaker.getByRole("alert")).toHaveText(/no room left; your talk goes on/, { timeout: 60_000 });
  expect(await violations(speaker)).toEqual([]);
  await lasting(3000);
  await hearing.back(await hearing.now());
  const gap = await hearing.worstGap(since, NEVER_STOPS_MS);
  await expect(state(speaker)).toHaveAttribute("data-state", "live");
  await endSession(speaker);

  // Without room for a second copy it is given as it was recorded.
  expect(statSync((await downloadRecording(speaker)).path).size).toBeGreaterThan(900_000);
  await session.send("Storage.overrideQuotaForOrigin", { origin });
  const played = await playFile(browser, (await downloadRecording(speaker)).path);
  expect(played.durationS).toBeGreaterThan(10);
  expect(played.playedToS).toBeGreaterThan(3.5);
  return gap;
}

test("the disk is full in the middle of a talk: the speaker is told, the talk goes on, what there is is kept", async ({
  browser,
}) => {
  const gapMs = await judged(NEVER_STOPS_MS, async () => {
    const profile = await openProfile("full-profile");
    try {
      return await fillTheDisk(browser, profile);
    } finally {
      await profile.end();
    }
  });
  expect(gapMs).toBeLessThan(NEVER_STOPS_MS);
});

test("a page that another takes over from stops recording, and offers nothing of what the other still writes", async ({
  browser,
}) => {
  const first = await openNewSpeaker(browser);
  await goLiveRecorded(first);
  await staysOnAir(first, 2);
  const second = await first.context().newPage();
  await second.goto(demo().speakerUrl);
  await expect(state(second)).toHaveAttribute("data-state", "microphone-check");
  await expect(keptRecordings(second)).toHaveCount(0);
  await second.getByRole("button", { name: "Go live" }).click();
  await second.getByRole("button", { name: "Take over here" }).click();
  await expect(recordingNote(second)).toBeVisible();
  await expect(state(first)).toHaveAttribute("data-state", "displaced");
  await expect(recordingNote(first)).toHaveCount(0);
  await expect(keptRecordings(first)).toHaveCount(1);
  await staysOnAir(second, 2);
  await endSession(second);
  await expect(keptRecordings(second)).toHaveCount(2);
});

test("another account in the same browser sees no recording, and one that ends takes its own along", async ({
  browser,
}) => {
  const page = await openNewSpeaker(browser);
  await goLiveRecorded(page);
  await staysOnAir(page, 2);
  await endSession(page);
  await expect(keptRecordings(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Sign out" }).click();

  const other = { email: `${randomUUID()}@example.org`, password: "Correct-Horse-1" };
  await localAws.member(other.email, other.password);
  await page.getByRole("textbox", { name: "Email" }).fill(other.email);
  await page.getByRole("textbox", { name: "Password" }).fill(other.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(recordingChoice(page)).toBeChecked();
  await goLive(page);
  await staysOnAir(page, 2);
  await expect(keptRecordings(page)).toHaveCount(0);
  await endSession(page);
  await expect(keptRecordings(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("button", { name: "Delete account" }).click();
  await page.getByRole("button", { name: "Delete for good" }).click();
  await expect(page.getByRole("button", { name: "Sign in", exact: true })).toBeVisible();
  const onDisk = () =>
    page.evaluate(async () => {
      const all = await (await navigator.storage.getDirectory()).getDirectoryHandle("recordings");
      let count = 0;
      for await (const _ of all.keys()) count += 1;
      return count;
    });
  await expect.poll(onDisk).toBe(1);
  await checkMicrophone(page);
  await expect(keptRecordings(page)).toHaveCount(1);
});
