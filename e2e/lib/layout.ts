/** What is judged on the page itself, each given to `page.evaluate`: they know nothing but the page. */

/** What reaches past the side of the page. */
export function overflowing(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  // Words reach past the element they are in.
  const wide = [...document.querySelectorAll("body *")].filter(
    (element) => element.scrollWidth > element.clientWidth && element.checkVisibility(),
  );
  return [
    `${scrollWidth} px in ${clientWidth}: ${wide.map((each) => `${each.localName}.${each.className}`).join(" ")}`,
  ];
}

/** Controls that are smaller than a finger, 48 px each way. Links within a sentence are as large as its words (WCAG 2.5.8). */
export function smallTargets(): string[] {
  const TARGET = 47.5;
  const isInline = (element: Element) =>
    element.localName === "a" && getComputedStyle(element).display === "inline" && element.closest("p") !== null;
  // A radio button or checkbox is pressed by its words as well.
  const pressed = (element: Element) =>
    element.matches("[type=radio], [type=checkbox]") ? (element.closest("label") ?? element) : element;
  return [...document.querySelectorAll("button, a[href], input, select, textarea, summary")]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !isInline(element))
    .map(pressed)
    .flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      if (width >= TARGET && height >= TARGET) return [];
      return [`${element.localName} "${element.textContent}" is ${Math.round(width)} by ${Math.round(height)}`];
    });
}

/** What stays on the screen over half of it, QR codes that shrank with it, and controls that cannot be scrolled to where they are seen. */
export function hiddenWhenZoomed(): string[] {
  const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const sticky = [...document.querySelectorAll("body *")].filter((element) => {
    if (!seen(element) || !["sticky", "fixed"].includes(getComputedStyle(element).position)) return false;
    if (element.localName === "dialog") return false;
    return element.getBoundingClientRect().height > innerHeight / 2;
  });
  const modal = document.querySelector("dialog:modal");
  const controls = [...(modal ?? document).querySelectorAll("button, a[href], input, select, summary")].filter(seen);
  const covered = controls.filter((control) => {
    control.scrollIntoView({ block: "center", inline: "nearest" });
    const { left, right, top, bottom } = control.getBoundingClientRect();
    const [x, y] = [
      (Math.max(left, 0) + Math.min(right, innerWidth)) / 2,
      (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2,
    ];
    const there = document.elementFromPoint(x, y);
    return !there || !(control.contains(there) || there.contains(control) || control.closest("label")?.contains(there));
  });
  const unscannable = [...document.querySelectorAll(".qr-code")].filter(
    (code) => seen(code) && code.getBoundingClientRect().width < 160,
  );
  return [
    ...unscannable.map((code) => `${code.ariaLabel} is too small to be scanned`),
    ...sticky.map((element) => `.${element.className} stays over more than half`),
    ...covered.map((element) => `${element.localName} "${element.textContent}" cannot be seen`),
  ];
}

/** Elements with an animation or transition, running or only declared, that takes longer than 10 ms. */
export function movesLong(): string[] {
  const LIMIT_MS = 10;
  const longest = (durations: string) =>
    Math.max(...durations.split(",").map((each) => Number.parseFloat(each) * (each.trim().endsWith("ms") ? 1 : 1000)));
  const would = [...document.querySelectorAll("body *")].flatMap((element) =>
    [null, "::before", "::after"].flatMap((part) => {
      const { transitionDuration, animationDuration, animationName } = getComputedStyle(element, part);
      const animationMs = animationName === "none" ? 0 : longest(animationDuration);
      return Math.max(longest(transitionDuration), animationMs) > LIMIT_MS
        ? [`${element.localName}.${element.className}${part ?? ""}`]
        : [];
    }),
  );
  const does = document
    .getAnimations()
    .filter(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > LIMIT_MS)
    .map(({ id }) => `an animation ${id}`);
  return [...new Set([...would, ...does])];
}

/**
 * Texts on the page that came from no catalogue: not between ⟦ and ⟧. Code, devices and what stays English on purpose
 * are told by their elements.
 *
 * @param names - what is of no language
 */
export function untranslated(names: readonly string[]): string[] {
  const withoutNames = (text: string) => names.reduce((rest, name) => rest.replaceAll(name, ""), text);
  const isUntranslated = (text: string) => /\p{L}{2}/u.test(withoutNames(text).replace(/⟦.*⟧/su, ""));
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { nodeValue, parentElement } = walker.currentNode;
    if (parentElement?.closest("code, pre, option, .wordmark, style, [lang=en]")) continue;
    if (isUntranslated(nodeValue ?? "")) found.push(`"${nodeValue}"`);
  }
  for (const name of ["aria-label", "aria-valuetext", "alt", "title", "placeholder"]) {
    for (const element of document.querySelectorAll(`body [${name}]`)) {
      const text = element.getAttribute(name) ?? "";
      if (isUntranslated(text)) found.push(`${name} "${text}"`);
    }
  }
  if (isUntranslated(document.title.replace(/(^| · )Lectern$/, ""))) found.push(`the tab's title "${document.title}"`);
  return found;
}
