import type { JsonOperation } from "../http/json-service.ts";
import { userOf, withAccessToken } from "./access.ts";
import { parseInput } from "./input.ts";
import type { UserPool } from "./user-pool.ts";

/** Deletes the caller's own account. */
export const deleteUser =
  (pool: UserPool): JsonOperation =>
  async (body) => {
    const { username } = await userOf(pool, parseInput(withAccessToken, body).AccessToken);
    pool.sessions.revoke((session) => session.username === username);
    pool.users.remove(username);
    return {};
  };
