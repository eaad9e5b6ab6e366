import { object, string } from "valibot";
import { type JsonOperation, parseInput } from "../http/json-service.ts";
import { createRateLimit } from "../rate-limit.ts";
import { deliveryTo } from "./codes.ts";
import { HOUR_MS } from "./quotas.ts";
import { checkClient, invalidParameter, limitExceeded, notAuthorized } from "./refusals.ts";
import type { UserPool } from "./user-pool.ts";

const input = object({ ClientId: string(), Username: string() });
/** The strictest of "5 to 20". */
const PER_HOUR = 5;

/** For who has no account, the answer tells of a code that is sent nowhere. */
export function forgotPassword(pool: UserPool): JsonOperation {
  const rate = createRateLimit(pool.clock, PER_HOUR, HOUR_MS);
  return (body) => {
    const { ClientId, Username } = parseInput(input, body);
    checkClient(pool, ClientId);
    if (!rate.take(Username.toLowerCase())) throw limitExceeded();
    const user = pool.users.find(Username);
    if (user === undefined || user.disabled) return { CodeDeliveryDetails: deliveryTo(Username) };
    if (user.status === "FORCE_CHANGE_PASSWORD" || user.status === "EXTERNAL_PROVIDER") {
      throw notAuthorized("User password cannot be reset in the current state.");
    }
    if (!user.emailVerified) {
      throw invalidParameter(
        "Cannot reset password for the user as there is no registered/verified email or phone_number",
      );
    }
    return { CodeDeliveryDetails: pool.codes.send("reset-password", user.username, user.email) };
  };
}
