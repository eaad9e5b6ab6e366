import type { Locale } from "./locales.ts";

/** A phrase for each plural category the language has; "other" stands in for those left out. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Numbers, times and plurals as a language writes them. */
export interface Formats {
  number(value: number): string;
  /** @param share - 0..1 */
  percent(share: number): string;
  /** With two decimals: "0.42 s". */
  seconds(durationMs: number): string;
  /** `m:ss`, from one hour on `h:mm:ss`. */
  elapsed(durationMs: number): string;
  /** @param time - epoch ms */
  date(time: number): string;
  dateTime(time: number): string;
  /** "today", "yesterday", "3 days ago". */
  daysAgo(days: number): string;
  /** The phrase for so many, in which `#` stands for the number. */
  plural(count: number, forms: PluralForms): string;
}

export function createFormats(locale: Locale): Formats {
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: "percent" });
  const seconds = new Intl.NumberFormat(locale, {
    style: "unit",
    unit: "second",
    unitDisplay: "short",
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const twoDigits = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: "long" });
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const rules = new Intl.PluralRules(locale);
  return {
    number: number.format,
    percent: percent.format,
    seconds: (durationMs) => seconds.format(durationMs / 1000),
    elapsed(durationMs) {
      const all = Math.max(0, Math.floor(durationMs / 1000));
      const [hours, minutes, rest] = [Math.floor(all / 3600), Math.floor(all / 60) % 60, all % 60];
      const parts = hours > 0 ? [number.format(hours), twoDigits.format(minutes)] : [number.format(minutes)];
      return [...parts, twoDigits.format(rest)].join(":");
    },
    date: date.format,
    dateTime: dateTime.format,
    daysAgo: (days) => relative.format(-days, "day"),
    plural: (count, forms) => (forms[rules.select(count)] ?? forms.other).replace("#", number.format(count)),
  };
}
