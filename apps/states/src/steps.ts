/** Something a person does on the page. By selectors, and so in every language. */
export type Step = () => void | Promise<void>;

const GIVE_UP_AFTER_MS = 10_000;

export const frame = (): Promise<void> => new Promise((drawn) => requestAnimationFrame(() => drawn()));

/** Waits until it is there. */
async function the(selector: string): Promise<HTMLElement> {
  await until(selector)();
  const found = document.querySelector(selector);
  if (found instanceof HTMLElement) return found;
  throw new Error(`${selector} is no element of HTML`);
}

export const press =
  (selector: string): Step =>
  async () =>
    (await the(selector)).click();

/** Opens disclosures; by default all. */
export const unfold =
  (selector = "details"): Step =>
  async () => {
    await the(selector);
    for (const details of document.querySelectorAll(selector)) details.toggleAttribute("open", true);
  };

export const type =
  (selector: string, text: string): Step =>
  async () => {
    const input = await the(selector);
    // React overrides the element's setter and misses changes made by it.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, text);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };

export const submit =
  (selector = "form"): Step =>
  async () => {
    const form = await the(selector);
    if (form instanceof HTMLFormElement) form.requestSubmit();
  };

export const capsLock =
  (selector: string): Step =>
  async () => {
    const field = await the(selector);
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "A", modifierCapsLock: true, bubbles: true }));
  };

/** So many milliseconds later by the page's own clock, which may be hurried. */
export const later =
  (ms: number): Step =>
  () =>
    new Promise((passed) => setTimeout(passed, ms));

/** What the clipboard answers from now on. */
export const clipboard =
  (answer: "takes" | "refuses"): Step =>
  () => {
    const writeText = () => (answer === "takes" ? Promise.resolve() : Promise.reject(new Error("not allowed")));
    Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
  };

export const until =
  (selector: string): Step =>
  async () => {
    const begun = performance.now();
    while (!document.querySelector(selector)) {
      if (performance.now() - begun > GIVE_UP_AFTER_MS) throw new Error(`nothing on the page became ${selector}`);
      await frame();
    }
  };
