import { boolean, object, optional, string } from "valibot";
import { type JsonOperation, parseInput } from "../http/json-service.ts";
import { createRateLimit } from "../rate-limit.ts";
import { aliasExists, takeAlias } from "./alias.ts";
import { codeExpired } from "./codes.ts";
import { HOUR_MS } from "./quotas.ts";
import { checkClient, limitExceeded, notAuthorized } from "./refusals.ts";
import type { UserPool } from "./user-pool.ts";

const input = object({
  ClientId: string(),
  Username: string(),
  ConfirmationCode: string(),
  ForceAliasCreation: optional(boolean(), false),
});
const PER_HOUR = 15;

export function confirmSignUp(pool: UserPool): JsonOperation {
  const rate = createRateLimit(pool.clock, PER_HOUR, HOUR_MS);
  return (body) => {
    const { ClientId, Username, ConfirmationCode, ForceAliasCreation } = parseInput(input, body);
    checkClient(pool, ClientId);
    if (!rate.take(Username.toLowerCase())) throw limitExceeded();
    const user = pool.users.find(Username);
    if (user === undefined) throw codeExpired();
    if (user.status !== "UNCONFIRMED") {
      throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`);
    }
    // The code first: only who reads the address's mail learns that it has an account.
    pool.codes.check("sign-up", user.username, ConfirmationCode);
    if (!ForceAliasCreation && pool.users.find(user.email) !== undefined) throw aliasExists();
    pool.codes.take("sign-up", user.username, ConfirmationCode);
    takeAlias(pool, user.email);
    pool.users.update(user.username, { status: "CONFIRMED", emailVerified: true });
    return {};
  };
}
