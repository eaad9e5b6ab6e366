/** Every language the pages speak. */
export const LOCALES = ["en", "de", "es", "ar"] as const;

export type Locale = (typeof LOCALES)[number];

/** Each in its own language, so that people find theirs on a page they cannot read. */
export const localeNames: Record<Locale, string> = {
  en: "English",
  de: "Deutsch",
  es: "Español",
  ar: "العربية",
};

export const directionOf = (locale: Locale): "ltr" | "rtl" => (locale === "ar" ? "rtl" : "ltr");

export const isLocale = (tag: unknown): tag is Locale => LOCALES.some((locale) => locale === tag);

/**
 * The first wanted language that the pages speak, by its primary subtag ("de-CH" is German); English if there is none.
 *
 * @param wanted - BCP 47 tags in order of preference, as in `navigator.languages`
 */
export const chooseLocale = (wanted: readonly string[]): Locale =>
  wanted.map((tag) => tag.toLowerCase().split("-", 1)[0]).find(isLocale) ?? "en";
