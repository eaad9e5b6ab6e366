import { describe, expect, it } from "vitest";
import { chooseLocale } from "./locales.ts";

describe("chooseLocale", () => {
  it.each([
    [["de-CH", "en"], "de"],
    [["fr-FR", "es-419", "de"], "es"],
    [["AR-eg"], "ar"],
    [["fr", "ja"], "en"],
    [[], "en"],
    [["", "deutsch", "constructor"], "en"],
  ])("%j → %s", (wanted, locale) => expect(chooseLocale(wanted)).toBe(locale));
});
