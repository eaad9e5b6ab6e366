import type { JsonOperation } from "../http/json-service.ts";
import { userOf, withAccessToken } from "./access.ts";
import { attributesOf } from "./attributes.ts";
import { parseInput } from "./input.ts";
import type { UserPool } from "./user-pool.ts";

export const getUser =
  (pool: UserPool): JsonOperation =>
  async (body) => {
    const user = await userOf(pool, parseInput(withAccessToken, body).AccessToken);
    return {
      Username: user.username,
      UserAttributes: Object.entries(attributesOf(user)).map(([Name, Value]) => ({ Name, Value })),
      ...(user.factors.length > 0 && { UserMFASettingList: user.factors }),
      ...(user.preferredFactor !== undefined && { PreferredMfaSetting: user.preferredFactor }),
    };
  };
