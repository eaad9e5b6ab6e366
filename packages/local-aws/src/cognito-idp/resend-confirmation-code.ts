import { object, string } from "valibot";
import { type JsonOperation, parseInput } from "../http/json-service.ts";
import { createRateLimit } from "../rate-limit.ts";
import { deliveryTo } from "./codes.ts";
import { HOUR_MS } from "./quotas.ts";
import { checkClient, invalidParameter, limitExceeded } from "./refusals.ts";
import type { UserPool } from "./user-pool.ts";

const input = object({ ClientId: string(), Username: string() });
const PER_HOUR = 5;

/** For who has no account, the answer tells of a code that is sent nowhere. */
export function resendConfirmationCode(pool: UserPool): JsonOperation {
  const rate = createRateLimit(pool.clock, PER_HOUR, HOUR_MS);
  return (body) => {
    const { ClientId, Username } = parseInput(input, body);
    checkClient(pool, ClientId);
    if (!rate.take(Username.toLowerCase())) throw limitExceeded();
    const user = pool.users.find(Username);
    if (user === undefined || user.disabled) return { CodeDeliveryDetails: deliveryTo(Username) };
    if (user.status !== "UNCONFIRMED") throw invalidParameter("User is already confirmed.");
    return { CodeDeliveryDetails: pool.codes.send("sign-up", user.username, user.email) };
  };
}
