/** A tab that the browser froze while it held the lock must not stop the others for ever. */
const WAIT_MS = 10_000;

/** Does `work` while no other tab does, as far as this browser knows locks. */
export async function exclusively<T>(
  locks: Pick<LockManager, "request"> | undefined,
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  if (locks === undefined) return work();
  let begun = false;
  const begin = () => {
    begun = true;
    return work();
  };
  try {
    return await locks.request(name, { signal: AbortSignal.timeout(WAIT_MS) }, begin);
  } catch (error) {
    if (begun) throw error;
    return work();
  }
}
