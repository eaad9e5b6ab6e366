import { type Voice, voices } from "./voices.ts";

export const themes = ["system", "light", "dark"] as const;
type Theme = (typeof themes)[number];

export interface Address {
  /** null: the list of all. */
  state: string | null;
  theme: Theme;
  voice: Voice;
}

export function readAddress(search: string): Address {
  const query = new URLSearchParams(search);
  return {
    state: query.get("state"),
    theme: themes.find((theme) => theme === query.get("theme")) ?? "system",
    voice: voices.find((voice) => voice === query.get("voice")) ?? "en",
  };
}

export function addressOf({ state, theme, voice }: Address): string {
  const query = new URLSearchParams();
  if (state !== null) query.set("state", state);
  if (theme !== "system") query.set("theme", theme);
  if (voice !== "en") query.set("voice", voice);
  return `/?${query}`;
}
