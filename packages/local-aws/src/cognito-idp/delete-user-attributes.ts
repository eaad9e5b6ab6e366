import { object } from "valibot";
import type { JsonOperation } from "../http/json-service.ts";
import { listOf } from "../http/model.ts";
import { userOf } from "./access.ts";
import { invalidParameter } from "./exceptions.ts";
import { parseInput } from "./input.ts";
import { accessToken, attributeName } from "./shapes.ts";
import type { UserPool } from "./user-pool.ts";

const input = object({ AccessToken: accessToken, UserAttributeNames: listOf(attributeName) });

export const deleteUserAttributes =
  (pool: UserPool): JsonOperation =>
  async (body) => {
    const { AccessToken, UserAttributeNames } = parseInput(input, body);
    const user = await userOf(pool, AccessToken);
    const needed = ["email", "sub", ...pool.settings.requiredAttributes].find((name) =>
      UserAttributeNames.includes(name),
    );
    if (needed !== undefined) throw invalidParameter(`Cannot delete a required attribute: ${needed}`);
    const withoutPhone = UserAttributeNames.includes("phone_number");
    const gone = [...UserAttributeNames, ...(withoutPhone ? ["phone_number_verified"] : [])];
    const kept = Object.entries(user.attributes).filter(([name]) => !gone.includes(name));
    pool.users.update(user.username, {
      attributes: Object.fromEntries(kept),
      ...(withoutPhone && { pendingPhone: undefined }),
    });
    return {};
  };
