import { object, optional } from "valibot";
import type { JsonOperation } from "../http/json-service.ts";
import { userOf } from "./access.ts";
import { invalidParameter } from "./exceptions.ts";
import { parseInput } from "./input.ts";
import { perHour } from "./quotas.ts";
import { accessToken, attributeName, parameters } from "./shapes.ts";
import type { UserPool } from "./user-pool.ts";
import type { User } from "./users.ts";

const input = object({ AccessToken: accessToken, AttributeName: attributeName, ClientMetadata: optional(parameters) });
const PER_HOUR = 5;

function destinationOf({ settings }: UserPool, user: User, attribute: string): string | undefined {
  if (attribute === "email") return user.pendingEmail ?? user.email;
  if (attribute !== "phone_number" || !settings.sms) return undefined;
  return user.pendingPhone ?? user.attributes.phone_number;
}

export function getUserAttributeVerificationCode(pool: UserPool): JsonOperation {
  const countRequest = perHour(pool, PER_HOUR);
  return async (body) => {
    const { AccessToken, AttributeName } = parseInput(input, body);
    const user = await userOf(pool, AccessToken);
    const to = destinationOf(pool, user, AttributeName);
    if (to === undefined) throw invalidParameter(`${AttributeName} is not verified by this pool, or not there.`);
    countRequest(user.username);
    return { CodeDeliveryDetails: pool.codes.send(AttributeName === "email" ? "email" : "phone", user.username, to) };
  };
}
