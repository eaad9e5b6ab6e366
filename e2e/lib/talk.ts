import { type Browser, expect, type Page } from "@playwright/test";
import { BY_ITSELF_MS, type Hearing, startHearing } from "./continuous.ts";
import { checkMicrophone, goLive, listen, openListener, openSpeaker, state } from "./pages.ts";

/** A talk with one listener, whose sound is measured beside a control. */
export interface Talk {
  speaker: Page;
  link: string;
  listener: Page;
  hearing: Hearing;
}

export async function beginTalk(browser: Browser): Promise<Talk> {
  const speaker = await openSpeaker(browser);
  const link = await checkMicrophone(speaker);
  await goLive(speaker);
  const listener = await openListener(browser, link);
  await listen(listener);
  const hearing = await startHearing(listener, speaker);
  return { speaker, link, listener, hearing };
}

/** The speaker's page is back within 5 s of the cause being gone; who waits asks again meanwhile, and their turn comes 3.4 s later at most. */
export const GET_IN_MS = BY_ITSELF_MS + 5000;

/** Waits until somebody who has pressed *Listen* gets in by themselves. How long after `since` that is, ms. */
export async function getIn(newcomer: Page, since: number): Promise<number> {
  await expect(state(newcomer)).toHaveAttribute("data-state", "playing");
  return Date.now() - since;
}
