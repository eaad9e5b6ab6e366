import { object, string } from "valibot";
import { type JsonOperation, parseInput } from "../http/json-service.ts";
import { createRateLimit } from "../rate-limit.ts";
import { userOf } from "./access.ts";
import { checkPassword } from "./password-policy.ts";
import { HOUR_MS } from "./quotas.ts";
import { limitExceeded, wrongCredentials } from "./refusals.ts";
import type { UserPool } from "./user-pool.ts";

const input = object({ AccessToken: string(), PreviousPassword: string(), ProposedPassword: string() });
const PER_HOUR = 5;

/** Sessions go on: Cognito ends none. */
export function changePassword(pool: UserPool): JsonOperation {
  const rate = createRateLimit(pool.clock, PER_HOUR, HOUR_MS);
  return async (body) => {
    const { AccessToken, PreviousPassword, ProposedPassword } = parseInput(input, body);
    const user = await userOf(pool, AccessToken);
    checkPassword(ProposedPassword);
    if (!rate.take(user.username)) throw limitExceeded();
    if (!pool.users.knows(user, PreviousPassword)) throw wrongCredentials();
    pool.users.setPassword(user.username, ProposedPassword, "CONFIRMED");
    return {};
  };
}
