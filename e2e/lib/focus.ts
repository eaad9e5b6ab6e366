import type { Page } from "@playwright/test";

interface Visits {
  lecternVisits: { expected: Element[]; visited: Set<Element>; unmarked: string[] };
}

/** Notes from now on where the focus goes, and whether it can be seen there. */
export async function watchFocus(page: Page): Promise<void> {
  await page.evaluate(() => {
    const visits: Visits["lecternVisits"] = { expected: [], visited: new Set(), unmarked: [] };
    Object.assign(window, { lecternVisits: visits });
    const isMarked = (element: Element | null) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    };
    document.addEventListener("focusin", ({ target }) => {
      if (!(target instanceof Element) || visits.visited.has(target)) return;
      visits.visited.add(target);
      // The outline of a radio button is drawn around its words.
      if (!isMarked(target) && !isMarked(target.closest("label"))) visits.unmarked.push(target.outerHTML.slice(0, 120));
    });
  });
}

/** Goes round by Tab. @returns enabled controls it never came to, and those where nothing showed that it was there */
export async function unreachedByTab(page: Page): Promise<string[]> {
  const count = await page.evaluate(() => {
    const { lecternVisits } = window as typeof window & Visits;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    lecternVisits.visited.clear();
    lecternVisits.unmarked.length = 0;
    const inside = document.querySelector("dialog:modal") ?? document;
    const controls = inside.querySelectorAll("button:enabled, a[href], input:enabled, select:enabled, summary");
    lecternVisits.expected = [...controls].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        // Tab comes to the chosen one of a group; arrow keys do the rest.
        !(element instanceof HTMLInputElement && element.type === "radio" && !element.checked),
    );
    return lecternVisits.expected.length;
  });
  const found = () =>
    page.evaluate(() => {
      const { expected, visited, unmarked } = (window as typeof window & Visits).lecternVisits;
      return [
        ...expected
          .filter((element) => !visited.has(element))
          .map((element) => `Tab never reaches ${element.outerHTML.slice(0, 120)}`),
        ...unmarked.map((html) => `the focus is not seen on ${html}`),
      ];
    });
  // The first round may begin in the middle, where the focus was last. Held down; and three times more for the ends, where
  // the browser's own controls would be.
  let unreached: string[] = [];
  for (let round = 0; round < 2 && (round === 0 || unreached.length > 0); round++) {
    for (let presses = 0; presses < count + 3; presses++) await page.keyboard.down("Tab");
    unreached = await found();
  }
  await page.keyboard.up("Tab");
  return unreached;
}
