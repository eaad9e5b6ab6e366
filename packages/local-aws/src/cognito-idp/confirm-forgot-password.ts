import { object } from "valibot";
import type { JsonOperation } from "../http/json-service.ts";
import { codeMismatch } from "./exceptions.ts";
import { checkClient, parseInput } from "./input.ts";
import { checkPassword } from "./password-policy.ts";
import { perHour } from "./quotas.ts";
import { clientContext, clientId, confirmationCode, password, username } from "./shapes.ts";
import type { UserPool } from "./user-pool.ts";

const input = object({
  ClientId: clientId,
  Username: username,
  ConfirmationCode: confirmationCode,
  Password: password,
  ...clientContext,
});
/** The strictest of "5 to 20". */
const PER_HOUR = 5;

/** Sets a new password by code. Sessions go on: Cognito ends none. */
export function confirmForgotPassword(pool: UserPool): JsonOperation {
  const countAttempt = perHour(pool, PER_HOUR);
  return (body) => {
    const { ClientId, Username, ConfirmationCode, Password } = parseInput(input, body);
    checkClient(pool, ClientId);
    checkPassword(Password);
    countAttempt(Username.toLowerCase());
    const user = pool.users.find(Username);
    if (user === undefined || user.disabled) throw codeMismatch();
    pool.codes.take("reset-password", user.username, ConfirmationCode);
    pool.users.setPassword(user.username, Password, "CONFIRMED");
    pool.attempts.succeeded(user.username);
    return {};
  };
}
