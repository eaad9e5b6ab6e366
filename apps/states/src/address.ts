import { type Language, languages } from "./languages.ts";

export const themes = ["system", "light", "dark"] as const;
type Theme = (typeof themes)[number];

export interface Address {
  /** null: the list of all. */
  state: string | null;
  theme: Theme;
  language: Language;
}

export function readAddress(search: string): Address {
  const query = new URLSearchParams(search);
  return {
    state: query.get("state"),
    theme: themes.find((theme) => theme === query.get("theme")) ?? "system",
    language: languages.find((language) => language === query.get("language")) ?? "en",
  };
}

export function addressOf({ state, theme, language }: Address): string {
  const query = new URLSearchParams();
  if (state !== null) query.set("state", state);
  if (theme !== "system") query.set("theme", theme);
  if (language !== "en") query.set("language", language);
  return `/?${query}`;
}
