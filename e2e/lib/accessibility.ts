import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type axe from "axe-core";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

const wcag = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } satisfies axe.RunOnly;

/** What axe finds wrong by WCAG 2.2 A and AA, or by some of its rules, as `rule: element`. */
export async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.addScriptTag({ path: axePath });
  return page.evaluate(
    async (runOnly) => {
      const { axe: engine } = window as typeof window & { axe: typeof axe };
      const { violations: found } = await engine.run({ runOnly, resultTypes: ["violations"] });
      return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
    },
    rules ? { type: "rule" as const, values: [...rules] } : wcag,
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
