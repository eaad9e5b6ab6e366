import type { PageAddress } from "./provider-sign-in.ts";

/** What the outside world is reached through; browser defaults for everything left out. */
export interface SpeakerAuthEnvironment {
  /** Epoch ms of this device, which may be wrong by hours. Default `Date.now`. */
  now?: () => number;
  /** ms since some moment, never set back. Default `performance.now`. */
  monotonic?: () => number;
  /** [0, 1). Default `Math.random`. */
  random?: () => number;
  /** Everything but the SRP exchange and the Identity Pool: their libraries use the global `fetch`. */
  fetch?: typeof fetch;
  /** Where ciphertext is kept. Default `localStorage`, if the browser lets us. */
  storage?: Pick<Storage, "getItem" | "setItem" | "removeItem">;
  /** Where a session of this tab alone is kept, as ciphertext too. Default `sessionStorage`, if the browser lets us. */
  tabStorage?: Pick<Storage, "getItem" | "setItem" | "removeItem">;
  /** Default the window's location and history. */
  address?: PageAddress;
  /** Where the per-browser key is kept. Default the global `indexedDB`. */
  indexedDB?: IDBFactory;
  /** Default `navigator.locks`; without it tabs may refresh at the same time, which costs a request and nothing else. */
  locks?: Pick<LockManager, "request">;
  /** Default `BroadcastChannel`; without it tabs hear of one another through `storage` events. */
  openChannel?: (name: string) => BroadcastChannel;
  /** Where `storage` events arrive. Default `window`. */
  storageEvents?: EventTarget;
}
