import { abortAfter } from "@lectern/primitives";

/** Not longer, because the browser may have frozen the tab that holds the lock. */
const MAX_WAIT_MS = 10_000;

/** Does `work` while no other tab holds the lock; at once where the browser has no locks. */
export async function withLock<T>(
  locks: Pick<LockManager, "request"> | undefined,
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  if (locks === undefined) return work();
  let begun = false;
  const { signal, cancel } = abortAfter(MAX_WAIT_MS);
  const begin = () => {
    begun = true;
    return work();
  };
  try {
    return await locks.request(name, { signal }, begin);
  } catch (error) {
    if (begun) throw error;
    return work();
  } finally {
    cancel();
  }
}
