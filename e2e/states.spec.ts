import { expect, type Page, test } from "@playwright/test";
import { violations } from "./lib/accessibility.ts";
import { unreachedByTab, watchFocus } from "./lib/focus.ts";
import { drawn } from "./lib/forced-colors.ts";
import { hiddenWhenZoomed, movesLong, overflowing, smallTargets, untranslated } from "./lib/layout.ts";
import { openStates, showState, speakIn, statesIn } from "./lib/states.ts";

/** So many tests share the states, so that no worker has all of them. */
const PARTS = 8;

const labelled = (where: string, problems: string[]) => problems.map((problem) => `${where}: ${problem}`);

/** What the functions, which know nothing but the page, find there; in one call, because each takes its time. */
const judged = (page: Page, ...checks: readonly (() => string[])[]): Promise<string[]> =>
  page.evaluate(`[${checks.map((check) => `...(${check})()`).join(", ")}]`);

/** At every size, in both themes, in English; on a phone at last. What changes the page comes after what would see it. */
async function wrongAtAnySize(page: Page): Promise<string[]> {
  const found: string[] = [];
  const at = async (width: number, height: number, ...checks: readonly (() => string[])[]) => {
    await page.setViewportSize({ width, height });
    found.push(...labelled(`${width} px`, await judged(page, overflowing, smallTargets, ...checks)));
  };
  const axe = async (colorScheme: "light" | "dark", rules: "all" | "colors") => {
    await page.emulateMedia({ colorScheme });
    found.push(...labelled(`axe, ${colorScheme}`, await violations(page, rules)));
  };
  await at(1440, 900, movesLong);
  await axe("dark", "colors");
  found.push(...(await unreachedByTab(page)));
  await at(768, 1024);
  // As large as 1280 by 1024 is at 400 %.
  await at(320, 256, hiddenWhenZoomed);
  await at(360, 800);
  await axe("light", "all");
  return found;
}

/** In other languages. Spanish has no longer words than the marked ones of "pseudo". */
async function wrongInOtherLanguages(page: Page, id: string, names: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const language of ["pseudo", "de", "ar"] as const) {
    // Components alone have no catalogue whose words could be marked.
    if (language === "pseudo" && id.startsWith("ui-")) continue;
    await speakIn(page, language);
    if (language === "pseudo") found.push(...(await page.evaluate(untranslated, names)));
    found.push(...labelled(language, await judged(page, overflowing)));
  }
  return found;
}

for (let part = 0; part < PARTS; part++) {
  test(`every state is accessible by axe and Tab, fits its window, and has room for other languages (${part + 1} of ${PARTS})`, async ({
    browser,
  }) => {
    const page = await openStates(browser);
    await watchFocus(page);
    const { ids, names } = await statesIn(page);
    const found: string[] = [];
    for (const id of ids.filter((_, index) => index % PARTS === part)) {
      await showState(page, id);
      found.push(...labelled(id, await wrongAtAnySize(page)));
      found.push(...labelled(id, await wrongInOtherLanguages(page, id, names)));
    }
    expect(found).toEqual([]);
  });
}

test("what is told by colour is told by shape where colours are forced", async ({ browser }) => {
  const page = await openStates(browser, { viewport: { width: 768, height: 800 }, forcedColors: "active" });

  await showState(page, "ui-sign-and-status");
  const sign = (tone: string) => drawn(page.locator(`.sign[data-tone=${tone}]`));
  const [rest, silent, onAir] = [await sign("rest"), await sign("silent"), await sign("on-air")];
  expect(onAir).toMatchObject({ isFilled: true, isReadable: true, border: "solid 3px" });
  expect(silent).toMatchObject({ isFilled: false, isReadable: true, border: "solid 3px" });
  expect(rest).toMatchObject({ isFilled: false, isReadable: true, border: "dotted 3px" });
  const mark = (tone: string) => drawn(page.locator(`.status-mark[data-tone=${tone}]`));
  expect(await mark("rest")).toMatchObject({ isFilled: false, border: expect.stringContaining("solid") });
  expect(await mark("on-air")).toMatchObject({ isFilled: true });

  await showState(page, "ui-level-meter");
  expect(await drawn(page.locator(".level-meter").first())).toMatchObject({ border: "solid 1px", isFilled: false });
  expect(await drawn(page.locator(".level-meter:not([data-resting]) .level-lit").first())).toMatchObject({
    isFilled: true,
  });

  await showState(page, "ui-round-control");
  for (const control of await page.locator(".round-button").all()) {
    const { border, ground } = await drawn(control);
    expect(border).toMatch(/(solid|dashed) 2px/);
    expect((await drawn(control.locator("svg"))).fill).not.toBe(ground);
  }

  await showState(page, "ui-choice");
  const option = (is: string) => drawn(page.locator(`.choice-option${is}`).first());
  expect((await option(":has(:checked)")).border).toBe("solid 4px");
  expect((await option(":not(:has(:checked))")).border).toBe("solid 1px");
  for (const box of await page.locator("[type=radio], [type=checkbox]").all()) {
    // Left to the browser, which draws them in the system's colours.
    expect(await box.evaluate((node) => getComputedStyle(node).appearance)).toBe("auto");
  }

  await showState(page, "ui-button");
  expect(await drawn(page.locator(".button").first())).toMatchObject({ isFilled: false, border: "solid 2px" });
  expect(await drawn(page.locator(".button-primary").first())).toMatchObject({ isFilled: true, isReadable: true });
  expect((await drawn(page.locator(".button-plain").first())).border).toBeNull();
  expect((await drawn(page.locator(".button:disabled").first())).border).toBe("dashed 2px");
  await page.keyboard.press("Tab");
  expect((await drawn(page.locator(":focus-visible"))).outline).toBe("3px");
});
