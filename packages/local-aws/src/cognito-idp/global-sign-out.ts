import type { JsonOperation } from "../http/json-service.ts";
import { userOf, withAccessToken } from "./access.ts";
import { parseInput } from "./input.ts";
import type { UserPool } from "./user-pool.ts";

/** Ends every session of the user. Tokens already issued stay valid to whoever only checks their signature. */
export const globalSignOut =
  (pool: UserPool): JsonOperation =>
  async (body) => {
    const { username } = await userOf(pool, parseInput(withAccessToken, body).AccessToken);
    pool.sessions.revoke((session) => session.username === username);
    return {};
  };
