import { object, optional } from "valibot";
import type { JsonOperation } from "../http/json-service.ts";
import { userOf } from "./access.ts";
import { readAttributes } from "./attributes.ts";
import { customMessage } from "./custom-message.ts";
import { parseInput } from "./input.ts";
import { accessToken, attributes, parameters } from "./shapes.ts";
import type { UserPool } from "./user-pool.ts";

const input = object({ AccessToken: accessToken, UserAttributes: attributes, ClientMetadata: optional(parameters) });

/**
 * As with AttributesRequireVerificationBeforeUpdate: a new e-mail or, where text messages are sent, a new number counts once
 * its code was given; until then the old one does.
 */
export const updateUserAttributes =
  (pool: UserPool, forgotPassword: JsonOperation): JsonOperation =>
  async (body, request) => {
    const { AccessToken, UserAttributes } = parseInput(input, body);
    const user = await userOf(pool, AccessToken);
    const { email, phone_number: phone, ...given } = readAttributes(UserAttributes, pool.settings);
    const pendingEmail = email === user.email ? undefined : email;
    const pendingPhone = pool.settings.sms && phone !== user.attributes.phone_number ? phone : undefined;
    // Nothing can be sent to it, so it is kept as it is, unverified.
    const unverified =
      phone === undefined || pool.settings.sms ? {} : { phone_number: phone, phone_number_verified: "false" };
    pool.users.update(user.username, {
      attributes: { ...user.attributes, ...given, ...unverified },
      ...(email !== undefined && { pendingEmail }),
      ...(phone !== undefined && { pendingPhone }),
    });
    const sent = [];
    for (const [purpose, to] of [
      ["email", pendingEmail],
      ["phone", pendingPhone],
    ] as const) {
      if (to === undefined) continue;
      const requestCode = async (input: unknown) => forgotPassword(input, request);
      const words = await customMessage(pool, user, "CustomMessage_UpdateUserAttribute", undefined, requestCode);
      sent.push(pool.codes.send(purpose, user.username, to, words));
    }
    return { CodeDeliveryDetailsList: sent };
  };
