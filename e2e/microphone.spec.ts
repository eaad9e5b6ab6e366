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
    /** Whether another program holds every microphone. */
    refuses?: boolean;
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

/** A knob between the microphone and the page. */
async function putKnob(context: BrowserContext): Promise<void> {
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
      window.openedTracks = out.stream.getAudioTracks();
      return out.stream;
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
  const speaker = await openNewSpeaker(browser, putKnob);
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

test("on air, a microphone that brings nothing or is taken for a call is told from one that is heard", async ({
  browser,
}) => {
  const speaker = await openNewSpeaker(browser, putKnob);
  await onAir(speaker);
  const headline = speaker.getByRole("status", { name: "Broadcast status" });
  await expect(headline).toHaveText("On air");
  const turn = (gain: number) =>
    speaker.evaluate((to) => {
      window.gain = to;
    }, gain);
  await turn(0);
  await expect(headline).toHaveText("No sound", { timeout: 6000 });
  await expect(speaker.getByText("Everyone who has the link can hear you.")).toBeHidden();
  expect(await violations(speaker)).toEqual([]);
  await turn(1);
  await expect(headline).toHaveText("On air", { timeout: 2000 });

  const call = (isOn: boolean) =>
    speaker.evaluate((muted) => {
      const [track] = window.openedTracks;
      if (!track) throw new Error("no track is open");
      Object.defineProperty(track, "muted", { value: muted, configurable: true });
      track.dispatchEvent(new Event(muted ? "mute" : "unmute"));
    }, isOn);
  await call(true);
  await expect(headline).toHaveText("No sound", { timeout: 1000 });
  await expect(speaker.getByText("your system has taken the microphone")).toBeVisible();
  await call(false);
  await expect(headline).toHaveText("On air", { timeout: 1000 });
  await endSession(speaker);
});

test("a microphone that cannot be changed goes on being heard, and the speaker reads why", async ({ browser }) => {
  const speaker = await openNewSpeaker(browser, async (context) => {
    await watchTracks(context);
    await context.addInitScript(() => {
      const { mediaDevices } = navigator;
      const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
      mediaDevices.getUserMedia = (constraints) =>
        window.refuses ? Promise.reject(new DOMException("held", "NotReadableError")) : getUserMedia(constraints);
    });
  });
  await onAir(speaker);
  await speaker.getByText("Microphone and sound").click();
  await speaker.evaluate(() => {
    window.refuses = true;
  });
  await speaker.getByRole("radio", { name: "Music" }).click();
  await expect(speaker.getByText("The change did not work")).toBeVisible();
  await expect(speaker.getByText("The microphone cannot be used. What worked before goes on.")).toBeVisible();
  await expect(speaker.getByRole("radio", { name: "Voice" })).toBeChecked();
  expect(await speaker.evaluate(() => window.openedTracks.map(({ readyState }) => readyState))).toEqual(["live"]);
  await expect(speaker.getByRole("status", { name: "Broadcast status" })).toHaveText("On air");
  await endSession(speaker);
});

/** A microphone with two ends: a tone on the left, silence on the right. */
const putStereo = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const { mediaDevices } = navigator;
    const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (constraints) => {
      await getUserMedia(constraints);
      const context = new AudioContext();
      const tone = context.createOscillator();
      const ends = context.createChannelMerger(2);
      const out = new MediaStreamAudioDestinationNode(context, { channelCount: 2 });
      tone.connect(ends, 0, 0);
      ends.connect(out);
      tone.start();
      await context.resume();
      return out.stream;
    };
  });

/** How loud the right is beside the left: 1 in mono. */
const rightBesideLeft = (listener: Page): Promise<number> =>
  listener.evaluate(async () => {
    const audio = document.querySelector("audio");
    if (!(audio?.srcObject instanceof MediaStream)) throw new Error("nothing plays");
    const context = new AudioContext();
    const ends = context.createChannelSplitter(2);
    context.createMediaStreamSource(audio.srcObject).connect(ends);
    const [left, right] = [0, 1].map((end) => {
      const analyser = context.createAnalyser();
      ends.connect(analyser, end);
      return analyser;
    });
    await context.resume();
    const loudness = (analyser: AnalyserNode | undefined) => {
      const samples = new Float32Array(2048);
      analyser?.getFloatTimeDomainData(samples);
      return Math.hypot(...samples);
    };
    // Both ends are drawn at once: when the left is heard, so is the right if there is one.
    while (loudness(left) < 1) await new Promise(requestAnimationFrame);
    const share = loudness(right) / loudness(left);
    await context.close();
    return share;
  });

test("who listens already hears Music in stereo when the speaker chooses it on air", async ({ browser }) => {
  const speaker = await openNewSpeaker(browser, async (context) => void (await putStereo(context)));
  const listener = await openListener(browser, await onAir(speaker));
  await listen(listener);
  await expect.poll(() => rightBesideLeft(listener)).toBeGreaterThan(0.9);
  await speaker.getByText("Microphone and sound").click();
  await speaker.getByRole("radio", { name: "Music" }).click();
  await expect.poll(() => rightBesideLeft(listener)).toBeLessThan(0.2);
  await speaker.getByRole("radio", { name: "Voice" }).click();
  await expect.poll(() => rightBesideLeft(listener)).toBeGreaterThan(0.9);
  await expect(state(listener)).toHaveAttribute("data-state", "playing");
  await endSession(speaker);
});
