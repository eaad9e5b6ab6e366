import { type Browser, expect, type Page, test } from "@playwright/test";
import { violations } from "./lib/accessibility.ts";
import { unreachedByTab, watchFocus } from "./lib/focus.ts";
import { drawn } from "./lib/forced-colors.ts";
import { hiddenWhenZoomed, movesLong, overflowing, smallTargets, untranslated } from "./lib/layout.ts";
import { product } from "./lib/product.ts";
import { inEveryState, namesIn, serveStates, showState } from "./lib/states.ts";
import type { Variant } from "./lib/variant.ts";

// One after the other: the page is built once.
test.describe.configure({ mode: "default" });
// Two hundred states each.
test.setTimeout(180_000);

let served: Variant;
test.beforeAll(async () => {
  served = await serveStates(product.spare);
});
test.afterAll(() => served.close());

interface Look {
  width: number;
  height?: number;
  colorScheme?: "light" | "dark";
  forcedColors?: "active";
}

async function open(browser: Browser, { width, height = 800, ...media }: Look): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: "reduce", ...media });
  const page = await context.newPage();
  await page.goto(served.url);
  return page;
}

for (const [width, colorScheme] of [
  [360, "light"],
  [1440, "dark"],
] as const) {
  test(`axe finds nothing wrong in any state, ${width} px, ${colorScheme}`, async ({ browser }) => {
    const page = await open(browser, { width, colorScheme });
    expect(await inEveryState(page, () => violations(page))).toEqual([]);
  });
}

test("every state fits its window, has targets for fingers, and with reduced motion stands still", async ({
  browser,
}) => {
  const page = await open(browser, { width: 320 });
  const look = (at: string, problems: string[]) => problems.map((problem) => `${at}: ${problem}`);
  const check = async () => {
    const found: string[] = [];
    for (const [width, height] of [
      [320, 256],
      [360, 800],
      [768, 1024],
      [1440, 900],
    ] as const) {
      await page.setViewportSize({ width, height });
      found.push(...look(`${width} px`, await page.evaluate(overflowing)));
      found.push(...look(`${width} px`, await page.evaluate(smallTargets)));
      // As large as 1280 by 1024 is at 400 %.
      if (width === 320) found.push(...look("400 %", await page.evaluate(hiddenWhenZoomed)));
    }
    return [...found, ...(await page.evaluate(movesLong))];
  };
  expect(await inEveryState(page, check)).toEqual([]);
});

test("no word of any state comes from outside the catalogues, and a third more of each finds room", async ({
  browser,
}) => {
  const page = await open(browser, { width: 360 });
  const names = await namesIn(page);
  const check = async (id: string) =>
    id.startsWith("ui-") ? [] : [...(await page.evaluate(untranslated, names)), ...(await page.evaluate(overflowing))];
  expect(await inEveryState(page, check, "pseudo")).toEqual([]);
});

// Spanish has no longer words than the marked ones above.
for (const voice of ["de", "ar"] as const) {
  test(`every state finds room in ${voice}`, async ({ browser }) => {
    const page = await open(browser, { width: 360 });
    expect(await inEveryState(page, () => page.evaluate(overflowing), voice)).toEqual([]);
  });
}

test("Tab reaches every control of every state, and shows where it is", async ({ browser }) => {
  const page = await open(browser, { width: 1440 });
  await watchFocus(page);
  expect(await inEveryState(page, () => unreachedByTab(page))).toEqual([]);
});

test("what is told by colour is told by shape where colours are forced", async ({ browser }) => {
  const page = await open(browser, { width: 768, forcedColors: "active" });

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
