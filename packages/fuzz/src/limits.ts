export interface FuzzLimits {
  /** Of a property that only computes. */
  cases: number;
  /** Of a property whose every case goes over a socket or the disk. */
  casesOverSockets: number;
  /** The most a property may take. */
  seconds: number;
  seed: number | undefined;
  /** Whether a property may end with fewer cases because its time is over. */
  mayStopEarly: boolean;
}

/** npm test takes the same cases every time: what it says of a change is about the change. `bench/fuzz.ts` looks for new ones. */
const USUAL_SEED = 1;

/**
 * `LECTERN_FUZZ_CASES` (default 1000, and 200 over sockets), `LECTERN_FUZZ_SECONDS` (then as many cases as fit, other ones
 * each time) and `LECTERN_FUZZ_SEED`.
 */
export function fuzzLimits(env: Readonly<Record<string, string | undefined>>): FuzzLimits {
  const { LECTERN_FUZZ_CASES: cases, LECTERN_FUZZ_SECONDS: seconds, LECTERN_FUZZ_SEED: seed } = env;
  return {
    cases: Number(cases ?? 1000),
    casesOverSockets: Number(cases ?? 200),
    seconds: Number(seconds ?? 240),
    seed: seed !== undefined ? Number(seed) : seconds === undefined ? USUAL_SEED : undefined,
    mayStopEarly: seconds !== undefined,
  };
}

/** For `fc.assert`: fewer cases, because each goes over a socket or the disk. */
export const overSockets = { numRuns: fuzzLimits(process.env).casesOverSockets };
