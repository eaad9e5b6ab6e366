import type { JsonOperation } from "../http/json-service.ts";
import { userOf, withAccessToken } from "./access.ts";
import { parseInput } from "./input.ts";
import type { UserPool } from "./user-pool.ts";

/** With its sessions: an Identity Pool that asks of them must learn that the user is gone, whoever deleted it. */
export function removeUser({ sessions, users }: UserPool, username: string): void {
  sessions.revoke((session) => session.username === username);
  users.remove(username);
}

/** Deletes the caller's own account. */
export const deleteUser =
  (pool: UserPool): JsonOperation =>
  async (body) => {
    const { username } = await userOf(pool, parseInput(withAccessToken, body).AccessToken);
    removeUser(pool, username);
    return {};
  };
