import { browserStorage, browserTiming, type KeyValueStorage, type Timing } from "@lectern/primitives";
import type { Configuration } from "../configuration/configuration.ts";
import type { PageAddress } from "./provider-sign-in.ts";

/** What signing in needs of the page's configuration. */
export type SpeakerAuthConfiguration = Pick<
  Configuration,
  "region" | "encryptionKey" | "userPoolId" | "clientId" | "identityPoolId" | "awsEndpoint"
>;

/** What the outside world is reached through; browser defaults for everything left out. */
export interface SpeakerAuthEnvironment extends Partial<Timing> {
  /** Everything but the SRP exchange and the Identity Pool: their libraries use the global `fetch`. */
  fetch?: typeof fetch;
  /** Where ciphertext is kept. Default `localStorage`, if the browser lets us. */
  storage?: KeyValueStorage;
  /** Where a session of this tab alone is kept, as ciphertext too. Default `sessionStorage`, if the browser lets us. */
  tabStorage?: KeyValueStorage;
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

/** Fills in browser defaults for whatever is left out. */
export function environmentOf(given: SpeakerAuthEnvironment) {
  const timing: Timing = { ...browserTiming, ...given };
  return {
    timing,
    send: given.fetch ?? (((input, init) => globalThis.fetch(input, init)) satisfies typeof fetch),
    storage: given.storage ?? browserStorage("localStorage"),
    tabStorage: given.tabStorage ?? browserStorage("sessionStorage"),
    address: given.address ?? windowAddress,
    indexedDB: given.indexedDB ?? browserDatabases(),
    locks: given.locks ?? globalThis.navigator?.locks,
    tabs: {
      openChannel: given.openChannel ?? browserChannels(),
      storageEvents: given.storageEvents ?? globalThis.window,
    },
  };
}

/** In some browsers even looking at it throws (site data blocked); in others it is null or missing. */
function browserDatabases(): IDBFactory | undefined {
  try {
    return globalThis.indexedDB ?? undefined;
  } catch {
    return undefined;
  }
}

const windowAddress: PageAddress = {
  href: () => window.location.href,
  go: (url) => window.location.assign(url),
  replace: (url) => window.history.replaceState(null, "", url),
};

const browserChannels = () =>
  typeof BroadcastChannel === "undefined" ? undefined : (name: string) => new BroadcastChannel(name);
