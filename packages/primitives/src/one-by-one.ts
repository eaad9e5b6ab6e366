/**
 * @returns what runs work after all that it was given before has ended, in the order of the calls. What one piece throws is
 * thrown to its caller alone.
 */
export function oneByOne(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}
