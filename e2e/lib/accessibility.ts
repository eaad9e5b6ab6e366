import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type axe from "axe-core";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** Of these, what looks at colours: the rest is the same in both themes. */
const COLORS = ["color-contrast", "link-in-text-block"];

/** What axe finds wrong by WCAG 2.2 A and AA, as `rule: element`; in colours only, where that is all that changed. */
export async function violations(page: Page, rules: "all" | "colors" = "all"): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.addScriptTag({ path: axePath });
  return page.evaluate(
    async (runOnly) => {
      // What is on its way from one theme's colours to the other's is put at its end: waiting for it is no way, because
      // `animation.finished` sometimes never resolves in Chromium.
      for (const animation of document.getAnimations()) {
        if (animation.effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY) animation.cancel();
        else animation.finish();
      }
      // Nothing is preloaded: style sheets of other origins and media that play by themselves are on no page of ours.
      const { axe: engine } = window as typeof window & { axe: typeof axe };
      const { violations: found } = await engine.run({ runOnly, resultTypes: ["violations"], preload: false });
      return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
    },
    rules === "all" ? WCAG : COLORS,
  );
}

/** Presses Tab until the control of that name has the focus. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const control = page
    .getByRole("button", { name, exact: true })
    .or(page.getByRole("textbox", { name, exact: true }))
    .or(page.getByRole("checkbox", { name, exact: true }))
    .or(page.locator("summary", { hasText: name }));
  await expect(control).toBeVisible();
  for (let presses = 0; presses < 40; presses++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never reaches ${name}`);
}

/** What a screen reader is given to say by itself from now on: each text that comes into a live region. */
export async function watchAnnouncements(page: Page): Promise<() => Promise<string[]>> {
  const said = await page.evaluateHandle(() => {
    const texts: string[] = [];
    const liveRegion = "output, [aria-live]:not([aria-live=off]), [role=alert], [role=status]";
    new MutationObserver((changes) => {
      const regions = changes.map(({ target }) =>
        (target instanceof Element ? target : target.parentElement)?.closest(liveRegion),
      );
      for (const region of new Set(regions)) if (region) texts.push(region.textContent ?? "");
    }).observe(document, { subtree: true, childList: true, characterData: true });
    return texts;
  });
  return () => said.jsonValue();
}
