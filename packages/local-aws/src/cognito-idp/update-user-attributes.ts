import { object } from "valibot";
import type { JsonOperation } from "../http/json-service.ts";
import { userOf } from "./access.ts";
import { readAttributes } from "./attributes.ts";
import { parseInput } from "./input.ts";
import { accessToken, attributes } from "./shapes.ts";
import type { UserPool } from "./user-pool.ts";

const input = object({ AccessToken: accessToken, UserAttributes: attributes });

/** As with AttributesRequireVerificationBeforeUpdate: a new e-mail counts once its code was given; until then the old one does. */
export const updateUserAttributes =
  (pool: UserPool): JsonOperation =>
  async (body) => {
    const { AccessToken, UserAttributes } = parseInput(input, body);
    const user = await userOf(pool, AccessToken);
    const { email, ...given } = readAttributes(UserAttributes, pool.settings);
    const phone = given.phone_number === undefined ? {} : { phone_number_verified: "false" };
    const pendingEmail = email === undefined || email === user.email ? undefined : email;
    pool.users.update(user.username, {
      attributes: { ...user.attributes, ...given, ...phone },
      ...(email !== undefined && { pendingEmail }),
    });
    return {
      CodeDeliveryDetailsList:
        pendingEmail === undefined ? [] : [pool.codes.send("email", user.username, pendingEmail)],
    };
  };
