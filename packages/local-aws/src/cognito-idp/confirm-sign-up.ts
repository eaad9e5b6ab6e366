import { boolean, object, optional } from "valibot";
import type { JsonOperation } from "../http/json-service.ts";
import { aliasExists, codeExpired, notAuthorized } from "./exceptions.ts";
import { checkClient, parseInput } from "./input.ts";
import { perHour } from "./quotas.ts";
import { clientContext, clientId, confirmationCode, session, username } from "./shapes.ts";
import type { UserPool } from "./user-pool.ts";

const input = object({
  ClientId: clientId,
  Username: username,
  ConfirmationCode: confirmationCode,
  ForceAliasCreation: optional(boolean(), false),
  Session: optional(session),
  ...clientContext,
});
const PER_HOUR = 15;

export function confirmSignUp(pool: UserPool): JsonOperation {
  const countAttempt = perHour(pool, PER_HOUR);
  return (body) => {
    const { ClientId, Username, ConfirmationCode, ForceAliasCreation } = parseInput(input, body);
    checkClient(pool, ClientId);
    countAttempt(Username.toLowerCase());
    const user = pool.users.find(Username);
    if (user === undefined) throw codeExpired();
    if (user.status !== "UNCONFIRMED") {
      throw notAuthorized(`User cannot be confirmed. Current status is ${user.status}`);
    }
    // The code first: only who reads the address's mail learns that it has an account.
    pool.codes.check("sign-up", user.username, ConfirmationCode);
    if (!ForceAliasCreation && pool.users.find(user.email) !== undefined) throw aliasExists();
    pool.codes.take("sign-up", user.username, ConfirmationCode);
    // Whoever had the address as an alias has it no more.
    const holder = pool.users.find(user.email);
    if (holder !== undefined) pool.users.update(holder.username, { emailVerified: false });
    pool.users.update(user.username, { status: "CONFIRMED", emailVerified: true });
    return {};
  };
}
