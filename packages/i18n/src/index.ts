/** The language of a page: which one, its catalogue, and how it writes numbers and times. The words are the pages' own. */
export { createFormats, type Formats, type PluralForms } from "./formats.ts";
export { type Language, openLanguage } from "./language.ts";
export { chooseLocale, directionOf, isLocale, LOCALES, type Locale, localeNames } from "./locales.ts";
