export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

/** What the address asks for. `state` null: the list of all. */
export function readAddress(search: string): { state: string | null; theme: Theme } {
  const query = new URLSearchParams(search);
  return { state: query.get("state"), theme: themes.find((theme) => theme === query.get("theme")) ?? "system" };
}

export function addressOf(state: string | null, theme: Theme): string {
  const query = new URLSearchParams();
  if (state !== null) query.set("state", state);
  if (theme !== "system") query.set("theme", theme);
  return `/?${query}`;
}
