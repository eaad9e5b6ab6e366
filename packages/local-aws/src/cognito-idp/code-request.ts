import { object } from "valibot";
import type { JsonOperation } from "../http/json-service.ts";
import { type CodePurpose, deliveryTo, type MessageWords } from "./codes.ts";
import { checkClient, parseInput } from "./input.ts";
import { perHour } from "./quotas.ts";
import { clientContext, clientId, username } from "./shapes.ts";
import type { UserPool } from "./user-pool.ts";
import type { User } from "./users.ts";

const input = object({ ClientId: clientId, Username: username, ...clientContext });
/** The strictest of "5 to 20". */
const PER_HOUR = 5;

/**
 * Mails a code to who is not signed in. For a name without an account the answer is the same, and nothing is sent.
 * @param check - throws when this account must not be sent one
 * @param wordsFor - of a trigger; null: Cognito's own
 */
export function codeRequest(
  pool: UserPool,
  purpose: CodePurpose,
  check: (user: User) => void,
  wordsFor?: (user: User, metadata: Record<string, string> | undefined) => Promise<MessageWords | null>,
): JsonOperation {
  const countRequest = perHour(pool, PER_HOUR);
  return async (body) => {
    const { ClientId, Username, ClientMetadata } = parseInput(input, body);
    checkClient(pool, ClientId);
    countRequest(Username.toLowerCase());
    const user = pool.users.find(Username);
    if (user === undefined || user.disabled) return { CodeDeliveryDetails: deliveryTo(Username) };
    check(user);
    const words = await wordsFor?.(user, ClientMetadata);
    return { CodeDeliveryDetails: pool.codes.send(purpose, user.username, user.email, words) };
  };
}
