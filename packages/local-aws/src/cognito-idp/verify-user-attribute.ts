import { object } from "valibot";
import type { JsonOperation } from "../http/json-service.ts";
import { userOf } from "./access.ts";
import { aliasExists, invalidParameter } from "./exceptions.ts";
import { parseInput } from "./input.ts";
import { perHour } from "./quotas.ts";
import { accessToken, attributeName, confirmationCode } from "./shapes.ts";
import type { UserPool } from "./user-pool.ts";

const input = object({ AccessToken: accessToken, AttributeName: attributeName, Code: confirmationCode });
const PER_HOUR = 15;

/** The new address counts from here on. Who has another account under it learns so here, having shown that it is theirs. */
export function verifyUserAttribute(pool: UserPool): JsonOperation {
  const countAttempt = perHour(pool, PER_HOUR);
  return async (body) => {
    const { AccessToken, AttributeName, Code } = parseInput(input, body);
    const user = await userOf(pool, AccessToken);
    const number = AttributeName === "phone_number" ? (user.pendingPhone ?? user.attributes.phone_number) : undefined;
    if (AttributeName !== "email" && number === undefined) {
      throw invalidParameter(`${AttributeName} is not verified by this pool, or not there.`);
    }
    countAttempt(user.username);
    if (number !== undefined) {
      pool.codes.take("phone", user.username, Code);
      const attributes = { ...user.attributes, phone_number: number, phone_number_verified: "true" };
      pool.users.update(user.username, { attributes, pendingPhone: undefined });
      return {};
    }
    pool.codes.take("email", user.username, Code);
    const email = user.pendingEmail ?? user.email;
    const holder = pool.users.find(email);
    if (holder !== undefined && holder.username !== user.username) throw aliasExists();
    pool.users.update(user.username, { email, emailVerified: true, pendingEmail: undefined });
    return {};
  };
}
