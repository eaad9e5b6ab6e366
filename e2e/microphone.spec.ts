import type { BrowserContext, Page } from "@playwright/test";
import { violations } from "./lib/accessibility.ts";
import { gapAfter, startHearing } from "./lib/continuous.ts";
import { checkMicrophone, endSession, goLive, listen, openListener, openNewSpeaker, state } from "./lib/pages.ts";
import { expect, steadyTest as test } from "./lib/test.ts";

/** Longer than this and a listener hears that something was done. */
const UNHEARD_MS = 300;

declare global {
  interface Window {
    openedTracks: MediaStreamTrack[];
    /** How loud the microphone is made, as by a knob on the device. */
    gain: number;
  }
}

/** Remembers the microphone's tracks, so that a test can pull the plug of one. */
async function watchTracks(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.openedTracks = [];
    const { mediaDevices } = navigator;
    const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (constraints) => {
      const stream = await getUserMedia(constraints);
      window.openedTracks.push(...stream.getAudioTracks());
      return stream;
    };
  });
}

async function onAir(speaker: Page): Promise<string> {
  const link = await checkMicrophone(speaker);
  await goLive(speaker);
  return link;
}

test("another microphone, or one that was unplugged on air, is not heard as a gap, and mute is kept", async ({
  browser,
}) => {
  const speaker = await openNewSpeaker(browser, watchTracks);
  const listener = await openListener(browser, await onAir(speaker));
  await listen(listener);
  const hearing = await startHearing(listener, speaker);

  await speaker.getByText("Microphone and sound").click();
  const picker = speaker.getByRole("combobox", { name: "Microphone" });
  const names = await picker.getByRole("option").allTextContents();
  expect(names.length).toBeGreaterThan(1);
  const opened = () => speaker.evaluate(() => window.openedTracks.length);
  const change = async () => {
    const before = await opened();
    const chosen = await picker.inputValue();
    const other = await picker
      .getByRole("option")
      .evaluateAll(
        (options, was) => options.map((each) => (each as HTMLOptionElement).value).find((id) => id !== was),
        chosen,
      );
    await picker.selectOption(other ?? "");
    await expect.poll(opened).toBe(before + 1);
  };
  expect(await gapAfter(hearing, UNHEARD_MS, 2000, change)).toBeLessThan(UNHEARD_MS);

  const unplug = async () => {
    const before = await opened();
    await speaker.evaluate(() => {
      const track = window.openedTracks.at(-1);
      track?.stop();
      // A script that stops a track is not told of its end; a plug that is pulled is.
      track?.dispatchEvent(new Event("ended"));
    });
    await expect.poll(opened).toBe(before + 1);
  };
  expect(await gapAfter(hearing, UNHEARD_MS, 2000, unplug)).toBeLessThan(UNHEARD_MS);

  await speaker.getByRole("button", { name: "Mute", exact: true }).click();
  await unplug();
  await expect.poll(() => speaker.evaluate(() => window.openedTracks.at(-1)?.enabled)).toBe(false);
  await expect(speaker.getByRole("button", { name: "Unmute" })).toBeVisible();
  await expect(state(listener)).toHaveAttribute("data-state", "playing");
  await endSession(speaker);
});

test("before going live, a speaker hears themselves, and is told of a microphone that is silent or too loud", async ({
  browser,
}) => {
  const speaker = await openNewSpeaker(browser, async (context) => {
    await context.addInitScript(() => {
      window.gain = 1;
      const { mediaDevices } = navigator;
      const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
      mediaDevices.getUserMedia = async (constraints) => {
        const stream = await getUserMedia(constraints);
        const context = new AudioContext();
        const knob = context.createGain();
        setInterval(() => {
          knob.gain.value = window.gain;
        }, 50);
        const clip = context.createWaveShaper();
        clip.curve = new Float32Array([-1, 0, 1]);
        const out = context.createMediaStreamDestination();
        context.createMediaStreamSource(stream).connect(knob).connect(clip).connect(out);
        await context.resume();
        return out.stream;
      };
    });
  });
  await checkMicrophone(speaker);
  await expect(speaker.getByText("We can hear you.")).toBeVisible();
  await speaker.evaluate(() => {
    window.gain = 40;
  });
  await expect(speaker.getByText("Too loud: your voice is cut off.")).toBeVisible();
  expect(await violations(speaker)).toEqual([]);
  await speaker.evaluate(() => {
    window.gain = 1;
  });
  await expect(speaker.getByText("We can hear you.")).toBeVisible();

  await speaker.getByRole("button", { name: "Hear yourself" }).click();
  await expect(speaker.getByText("Speak now, for five seconds.")).toBeVisible();
  await expect(speaker.getByText("This is how your listeners would hear you.")).toBeVisible();
  await expect(speaker.getByRole("button", { name: "Hear yourself" })).toBeVisible();
  await expect(speaker.getByText("cannot play it back")).toBeHidden();

  await speaker.evaluate(() => {
    window.gain = 0;
  });
  await speaker.reload();
  await speaker.evaluate(() => {
    window.gain = 0;
  });
  await expect(speaker.getByText("Is it muted on the device?")).toBeVisible();
});
