import { object } from "valibot";
import type { JsonOperation } from "../http/json-service.ts";
import { userOf } from "./access.ts";
import { invalidParameter } from "./exceptions.ts";
import { parseInput } from "./input.ts";
import { perHour } from "./quotas.ts";
import { accessToken, attributeName } from "./shapes.ts";
import type { UserPool } from "./user-pool.ts";

const input = object({ AccessToken: accessToken, AttributeName: attributeName });
const PER_HOUR = 5;

export function getUserAttributeVerificationCode(pool: UserPool): JsonOperation {
  const countRequest = perHour(pool, PER_HOUR);
  return async (body) => {
    const { AccessToken, AttributeName } = parseInput(input, body);
    const user = await userOf(pool, AccessToken);
    if (AttributeName !== "email") throw invalidParameter(`${AttributeName} is not verified by local-aws.`);
    countRequest(user.username);
    return { CodeDeliveryDetails: pool.codes.send("email", user.username, user.pendingEmail ?? user.email) };
  };
}
