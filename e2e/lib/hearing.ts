import type { Page } from "@playwright/test";
import { WINDOW_MS } from "./envelope.ts";
import { provideWindows } from "./windows.ts";

/**
 * What comes out of the page's <audio> element, as RMS of 20 ms windows; silence while it is paused, muted or turned
 * down, as for a person.
 */
export async function hear(page: Page, durationMs: number): Promise<number[]> {
  await provideWindows(page);
  return page.evaluate(
    async (windows) => {
      const audio = document.querySelector("audio");
      if (!audio) throw new Error("the page has no <audio> element");
      const heard: number[] = [];
      let done: () => void = () => undefined;
      const ended = new Promise<void>((resolve) => {
        done = resolve;
      });
      const context = await window.measureWindows([() => audio.srcObject], ([rms = 0]) => {
        heard.push(audio.paused || audio.muted ? 0 : rms * audio.volume);
        if (heard.length >= windows) done();
      });
      await ended;
      await context.close();
      return heard.slice(0, windows);
    },
    Math.round(durationMs / WINDOW_MS),
  );
}
