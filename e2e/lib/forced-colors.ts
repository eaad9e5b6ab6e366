import type { Locator } from "@playwright/test";

/** How an element is drawn, as far as a style can tell. */
export const drawn = (element: Locator) =>
  element.evaluate((node) => {
    const style = getComputedStyle(node);
    const isClear = (color: string) => /^rgba\(.*, 0\)$/.test(color);
    const paper = getComputedStyle(document.documentElement).backgroundColor;
    const ground = isClear(style.backgroundColor) ? paper : style.backgroundColor;
    return {
      /** Style and width, and null where it cannot be seen. */
      border:
        style.borderTopStyle === "none" || style.borderTopColor === paper
          ? null
          : `${style.borderTopStyle} ${style.borderTopWidth}`,
      /** Its ground differs from the page's. */
      isFilled: ground !== paper,
      /** What is written on it, or drawn in it, differs from its ground. */
      isReadable: style.color !== ground,
      fill: style.fill,
      ground,
      outline: style.outlineStyle === "none" || style.outlineColor === paper ? null : style.outlineWidth,
    };
  });
