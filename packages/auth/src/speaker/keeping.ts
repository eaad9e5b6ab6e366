import type { Vault } from "../vault/vault.ts";
import type { Keep } from "./state.ts";

/** Where a session is kept: for the whole browser and its other tabs, or for this tab alone. */
export interface Keeping<T> extends Vault<T> {
  /** Where the value is, or will be put. */
  where(): Keep;
  /** Of the value that is saved next. */
  choose(keep: Keep): void;
}

export function createKeeping<T>(vaults: Readonly<Record<Keep, Vault<T>>>): Keeping<T> {
  let keep: Keep = "browser";
  return {
    where: () => keep,
    choose(next) {
      if (next !== keep) void vaults[keep].save(null);
      keep = next;
    },
    async load() {
      const own = await vaults.tab.load();
      if (own !== null) keep = "tab";
      return own ?? (keep === "browser" ? vaults.browser.load() : null);
    },
    save(value) {
      const vault = vaults[keep];
      // A tab that is signed out is as any other again.
      if (value === null) keep = "browser";
      return vault.save(value);
    },
  };
}
