import { MINUTE_MS, SECOND_MS } from "@lectern/primitives";
import { createExpiringMap } from "../expiring-map.ts";
import type { Clock } from "../http/service.ts";
import { notAuthorized } from "./exceptions.ts";

const FREE_ATTEMPTS = 5;
const LONGEST_LOCK_MS = 15 * MINUTE_MS;
/** After its lock: a name that is left alone for so long begins anew. */
const FORGOTTEN_AFTER_MS = 15 * MINUTE_MS;

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
  const failures = createExpiringMap<{ count: number; lockedUntil: number }>(clock);
  const failuresOf = (username: string) => {
    const found = failures.get(username);
    return found.status === "found" ? found.value : { count: 0, lockedUntil: 0 };
  };
  return {
    check(username) {
      if (failuresOf(username).lockedUntil > clock.now()) throw notAuthorized("Password attempts exceeded");
    },
    failed(username) {
      const count = failuresOf(username).count + 1;
      const lockMs = count < FREE_ATTEMPTS ? 0 : Math.min(SECOND_MS * 2 ** (count - FREE_ATTEMPTS), LONGEST_LOCK_MS);
      failures.set(username, { count, lockedUntil: clock.now() + lockMs }, lockMs + FORGOTTEN_AFTER_MS);
    },
    succeeded: failures.delete,
    size: failures.size,
  };
}
