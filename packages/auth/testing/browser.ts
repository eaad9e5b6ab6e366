import { IDBFactory } from "fake-indexeddb";
import { mapStorage } from "./http-server.ts";

type Work = () => unknown;

/** Web Locks as one browser has them: exclusive, first come first served. */
function createLocks() {
  const tails = new Map<string, Promise<unknown>>();
  return {
    request(name: string, _options: LockOptions, work: Work): Promise<unknown> {
      const before = tails.get(name) ?? Promise.resolve();
      const done = before.then(work);
      tails.set(
        name,
        done.catch(() => {}),
      );
      return done;
    },
  } as Pick<LockManager, "request">;
}

let browsers = 0;

/** One browser profile: what all its tabs, and its next visit, have in common. */
export function createBrowser() {
  const number = ++browsers;
  return {
    storage: mapStorage(),
    indexedDB: new IDBFactory(),
    locks: createLocks(),
    // Node has one BroadcastChannel for the whole process: keep browsers apart.
    openChannel: (name: string) => new BroadcastChannel(`${name}#${number}`),
  };
}
