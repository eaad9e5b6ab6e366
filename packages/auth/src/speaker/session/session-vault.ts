import type { Vault } from "../../vault/vault.ts";

/** How long a sign-in lasts: on in this browser, for all its tabs, or as long as this tab. */
export type Persistence = "browser" | "tab";

/** The vault of a session, which is the browser's or this tab's. */
export interface SessionVault<T> extends Vault<T> {
  /** Of the session that is kept, or of the next one. */
  persistence(): Persistence;
  /** For whatever is saved next. */
  setPersistence(persistence: Persistence): void;
}

export function createSessionVault<T>(vaults: Readonly<Record<Persistence, Vault<T>>>): SessionVault<T> {
  let persistence: Persistence = "browser";
  return {
    persistence: () => persistence,
    setPersistence(next) {
      if (next !== persistence) void vaults[persistence].save(null);
      persistence = next;
    },
    async load() {
      const tabs = await vaults.tab.load();
      if (tabs !== null) persistence = "tab";
      return tabs ?? (persistence === "browser" ? vaults.browser.load() : null);
    },
    save(value) {
      const vault = vaults[persistence];
      // Once signed out, a tab follows the browser's session again.
      if (value === null) persistence = "browser";
      return vault.save(value);
    },
  };
}
