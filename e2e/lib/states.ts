import type { Language, StatesPage } from "@lectern/states/page";
import type { Browser, BrowserContextOptions, Page } from "@playwright/test";
import { statesPort } from "./product.ts";

type StatesWindow = typeof window & { lecternStates: StatesPage };

/** The page of every state, as it is built, where nothing moves. */
export async function openStates(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  await page.goto(`http://localhost:${statesPort}`);
  return page;
}

export const statesIn = (page: Page): Promise<{ ids: readonly string[]; names: readonly string[] }> =>
  page.evaluate(() => {
    const { ids, names } = (window as StatesWindow).lecternStates;
    return { ids, names };
  });

export const showState = (page: Page, id: string, language: Language = "en"): Promise<void> =>
  page.evaluate(([wanted, spoken]) => (window as StatesWindow).lecternStates.show(wanted, spoken), [
    id,
    language,
  ] as const);

/** Has the state that is shown speak another language. */
export const speakIn = (page: Page, language: Language): Promise<void> =>
  page.evaluate((spoken) => (window as StatesWindow).lecternStates.speak(spoken), language);
