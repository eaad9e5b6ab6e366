import { object, string } from "valibot";
import { type JsonOperation, parseInput } from "../http/json-service.ts";
import { createRateLimit } from "../rate-limit.ts";
import { codeMismatch } from "./codes.ts";
import { checkPassword } from "./password-policy.ts";
import { HOUR_MS } from "./quotas.ts";
import { checkClient, limitExceeded } from "./refusals.ts";
import type { UserPool } from "./user-pool.ts";

const input = object({ ClientId: string(), Username: string(), ConfirmationCode: string(), Password: string() });
/** The strictest of "5 to 20". */
const PER_HOUR = 5;

/** Sets a new password by code. Sessions go on: Cognito ends none. */
export function confirmForgotPassword(pool: UserPool): JsonOperation {
  const rate = createRateLimit(pool.clock, PER_HOUR, HOUR_MS);
  return (body) => {
    const { ClientId, Username, ConfirmationCode, Password } = parseInput(input, body);
    checkClient(pool, ClientId);
    checkPassword(Password);
    if (!rate.take(Username.toLowerCase())) throw limitExceeded();
    const user = pool.users.find(Username);
    if (user === undefined || user.disabled) throw codeMismatch();
    pool.codes.take("reset-password", user.username, ConfirmationCode);
    pool.users.setPassword(user.username, Password, "CONFIRMED");
    pool.attempts.succeeded(user.username);
    return {};
  };
}
