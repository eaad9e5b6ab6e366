import { readFileSync } from "node:fs";
import { type Browser, expect, type Page } from "@playwright/test";
import { WINDOW_MS } from "./envelope.ts";
import { checkMicrophone, goLive } from "./pages.ts";

export const recordingChoice = (page: Page) => page.getByRole("checkbox", { name: "Keep a recording on this device" });
export const recordingNote = (page: Page) => page.getByText("Recording on this device.");
export const keptRecordings = (page: Page) =>
  page.getByRole("region", { name: "Your recordings" }).getByRole("listitem");

/** Signed in and on air, with a recording; resolves with the link. */
export async function goLiveRecorded(page: Page): Promise<string> {
  const link = await checkMicrophone(page);
  await recordingChoice(page).check();
  await goLive(page);
  await expect(recordingNote(page)).toBeVisible();
  return link;
}

/** Presses Download on the newest recording. @returns where the file came to lie, and its name. */
export async function downloadRecording(page: Page): Promise<{ path: string; name: string }> {
  const downloading = page.waitForEvent("download");
  await keptRecordings(page).first().getByRole("button", { name: "Download" }).click();
  const download = await downloading;
  return { path: await download.path(), name: download.suggestedFilename() };
}

export interface PlayedFile {
  /** As the file itself says, before anything of it was played. */
  durationS: number;
  /** Where the player is after it was sent to 3 s and has played for a second. */
  playedToS: number;
  /** RMS of 20 ms windows of the whole. */
  windows: number[];
}

/** Opens a file in a player (a page with an <audio> element, and nothing of Lectern), sends it to 3 s and plays it. */
export async function playFile(browser: Browser, path: string): Promise<PlayedFile> {
  const page = await browser.newPage();
  try {
    return await page.evaluate(
      async ({ base64, windowMs }) => {
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
        const audio = new Audio(URL.createObjectURL(new Blob([bytes])));
        audio.preload = "metadata";
        const happens = (name: string) =>
          new Promise((resolve, reject) => {
            audio.addEventListener(name, resolve, { once: true });
            audio.addEventListener("error", () => reject(new Error(audio.error?.message)), { once: true });
          });
        await happens("loadedmetadata");
        const durationS = audio.duration;
        audio.currentTime = 3;
        await happens("seeked");
        await audio.play();
        await new Promise((resolve) => setTimeout(resolve, 1000));
        audio.pause();
        const sound = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(bytes.buffer);
        const samples = sound.getChannelData(0);
        const size = 48 * windowMs;
        const windows = Array.from({ length: Math.floor(samples.length / size) }, (_, i) =>
          Math.sqrt(samples.subarray(i * size, (i + 1) * size).reduce((sum, x) => sum + x * x, 0) / size),
        );
        return { durationS, playedToS: audio.currentTime, windows };
      },
      { base64: readFileSync(path).toString("base64"), windowMs: WINDOW_MS },
    );
  } finally {
    await page.close();
  }
}

/** Windows from one second of the recording to another. */
export const between = ({ windows }: PlayedFile, fromS: number, toS: number): number[] =>
  windows.slice(Math.round((fromS * 1000) / WINDOW_MS), Math.round((toS * 1000) / WINDOW_MS));
