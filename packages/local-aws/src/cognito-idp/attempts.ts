import { AwsError, type Clock } from "../http/service.ts";

const FREE_ATTEMPTS = 5;
const LONGEST_LOCK_MS = 15 * 60_000;
/** A name that is left alone for so long begins anew. */
const FORGOTTEN_AFTER_MS = 15 * 60_000;

/** Failed passwords per user name, known or not. */
export interface Attempts {
  /** @throws AwsError NotAuthorizedException while the name is locked. */
  check(username: string): void;
  failed(username: string): void;
  succeeded(username: string): void;
  /** How many names it remembers. */
  size(): number;
}

/**
 * From the fifth failure on each one locks the account, for a second at first and then twice as long each time, to about
 * fifteen minutes; all are forgotten when none follows for a quarter of an hour.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/authentication.html "lockout behavior"
 */
export function createAttempts(clock: Clock): Attempts {
  const failures = new Map<string, { count: number; lockedUntil: number }>();
  return {
    check(username) {
      if ((failures.get(username)?.lockedUntil ?? 0) > clock.now()) {
        throw new AwsError("NotAuthorizedException", "Password attempts exceeded");
      }
    },
    failed(username) {
      for (const [name, { lockedUntil }] of failures) {
        if (lockedUntil + FORGOTTEN_AFTER_MS <= clock.now()) failures.delete(name);
      }
      const count = (failures.get(username)?.count ?? 0) + 1;
      const lockMs = count < FREE_ATTEMPTS ? 0 : Math.min(1000 * 2 ** (count - FREE_ATTEMPTS), LONGEST_LOCK_MS);
      failures.set(username, { count, lockedUntil: clock.now() + lockMs });
    },
    succeeded: (username) => void failures.delete(username),
    size: () => failures.size,
  };
}
