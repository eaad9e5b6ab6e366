import { type Browser, expect, type Page } from "@playwright/test";
import { gapUnnoticed, NEVER_STOPS_MS } from "./lib/continuous.ts";
import { lockScreen } from "./lib/device-access.ts";
import { state } from "./lib/pages.ts";
import { demo } from "./lib/product.ts";
import { beginTalk } from "./lib/talk.ts";
import { steadyTest as test } from "./lib/test.ts";

const CATALOGUE = /\/assets\/(en|de|es|ar)-[^/]+\.js$/;

/** A page in a browser of that language, and the catalogues it loads. */
async function open(browser: Browser, locale: string, url: string): Promise<{ page: Page; loaded: string[] }> {
  const context = await browser.newContext({ locale });
  const page = await context.newPage();
  const loaded: string[] = [];
  page.on("request", (request) => {
    const language = CATALOGUE.exec(request.url())?.[1];
    if (language) loaded.push(language);
  });
  await page.goto(url);
  return { page, loaded };
}

const language = (page: Page) => page.getByRole("combobox", { name: /^(Language|Sprache|Idioma|اللغة)$/ });

for (const { locale, lang, dir, signIn, join } of [
  { locale: "de-AT", lang: "de", dir: "ltr", signIn: "Anmelden", join: "Zum Vortrag" },
  { locale: "es-419", lang: "es", dir: "ltr", signIn: "Iniciar sesión", join: "Entrar" },
  { locale: "ar-EG", lang: "ar", dir: "rtl", signIn: "تسجيل الدخول", join: "انضم" },
  { locale: "fr-FR", lang: "en", dir: "ltr", signIn: "Sign in", join: "Join" },
]) {
  test(`a browser in ${locale} finds both pages in ${lang}, and loads no other language`, async ({ browser }) => {
    for (const [url, button] of [
      [demo().speakerUrl, signIn],
      [demo().listenerUrl, join],
    ] as const) {
      const { page, loaded } = await open(browser, locale, url);
      await expect(page.getByRole("button", { name: button, exact: true })).toBeVisible();
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
      await expect(page.locator("html")).toHaveAttribute("dir", dir);
      expect([...new Set(loaded)]).toEqual([lang]);
    }
  });
}

test("the language is changed while listening: nothing is interrupted, the lock screen follows, and it is remembered", async ({
  browser,
}) => {
  const { listener, hearing } = await beginTalk(browser);
  const gapMs = await gapUnnoticed(hearing, async () => {
    await language(listener).selectOption("Deutsch");
    await expect(listener.getByRole("button", { name: "Stopp" })).toBeVisible();
    await expect(state(listener)).toHaveAttribute("data-state", "playing");
    await language(listener).selectOption("العربية");
    await expect(listener.getByText("أنت تستمع الآن.")).toBeVisible();
    await expect(listener.locator("html")).toHaveAttribute("dir", "rtl");
    await expect.poll(() => lockScreen(listener)).toContain("مباشر");
  });
  expect(gapMs).toBeLessThan(NEVER_STOPS_MS);

  await listener.reload();
  await expect(listener.getByRole("button", { name: "استمع" })).toBeVisible();
});

test("words that cannot be loaded are excused in the document's own", async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route(CATALOGUE, (route) => route.abort());
  await page.goto(demo().listenerUrl);
  await expect(page.getByText("Nothing happens?")).toBeVisible();
  await expect(page.getByText("Es geht nicht weiter?")).toBeVisible();
});
