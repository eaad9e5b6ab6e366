import { object, string } from "valibot";
import { type JsonOperation, parseInput } from "../http/json-service.ts";
import { createRateLimit } from "../rate-limit.ts";
import { userOf } from "./access.ts";
import { HOUR_MS } from "./quotas.ts";
import { invalidParameter, limitExceeded } from "./refusals.ts";
import type { UserPool } from "./user-pool.ts";

const input = object({ AccessToken: string(), AttributeName: string() });
const PER_HOUR = 5;

export function getUserAttributeVerificationCode(pool: UserPool): JsonOperation {
  const rate = createRateLimit(pool.clock, PER_HOUR, HOUR_MS);
  return async (body) => {
    const { AccessToken, AttributeName } = parseInput(input, body);
    const user = await userOf(pool, AccessToken);
    if (AttributeName !== "email") throw invalidParameter(`${AttributeName} is not verified by local-aws.`);
    if (!rate.take(user.username)) throw limitExceeded();
    return { CodeDeliveryDetails: pool.codes.send("email", user.username, user.pendingEmail ?? user.email) };
  };
}
