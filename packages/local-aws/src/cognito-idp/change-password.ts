import { object, optional } from "valibot";
import type { JsonOperation } from "../http/json-service.ts";
import { userOf } from "./access.ts";
import { wrongCredentials } from "./exceptions.ts";
import { parseInput } from "./input.ts";
import { checkPassword } from "./password-policy.ts";
import { perHour } from "./quotas.ts";
import { accessToken, password } from "./shapes.ts";
import type { UserPool } from "./user-pool.ts";

const input = object({ AccessToken: accessToken, PreviousPassword: optional(password), ProposedPassword: password });
const PER_HOUR = 5;

/** Sessions go on: Cognito ends none. */
export function changePassword(pool: UserPool): JsonOperation {
  const countAttempt = perHour(pool, PER_HOUR);
  return async (body) => {
    const { AccessToken, PreviousPassword, ProposedPassword } = parseInput(input, body);
    const user = await userOf(pool, AccessToken);
    checkPassword(ProposedPassword);
    countAttempt(user.username);
    if (PreviousPassword === undefined || !pool.users.knows(user, PreviousPassword)) throw wrongCredentials();
    pool.users.setPassword(user.username, ProposedPassword, "CONFIRMED");
    return {};
  };
}
