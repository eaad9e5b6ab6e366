import { randomUUID } from "node:crypto";
import { object, optional } from "valibot";
import type { JsonOperation } from "../http/json-service.ts";
import { AwsError } from "../http/service.ts";
import { isEmail, readAttributes, requireAttributes } from "./attributes.ts";
import { invalidParameter, notAuthorized } from "./exceptions.ts";
import { checkClient, parseInput } from "./input.ts";
import { checkPassword } from "./password-policy.ts";
import { attributes as attributesShape, clientContext, clientId, password, username } from "./shapes.ts";
import type { UserPool } from "./user-pool.ts";

const input = object({
  ClientId: clientId,
  Username: username,
  Password: optional(password, ""),
  UserAttributes: optional(attributesShape, []),
  ValidationData: optional(attributesShape),
  ...clientContext,
});

/** Where e-mail is an alias the answer is the same whether or not another account has the address. */
export const signUp =
  (pool: UserPool): JsonOperation =>
  (body) => {
    const { ClientId, Username, Password, UserAttributes } = parseInput(input, body);
    checkClient(pool, ClientId);
    if (!pool.settings.selfSignUp) throw notAuthorized("SignUp is not permitted for this user pool");
    if (isEmail(Username)) {
      throw invalidParameter("Username cannot be of email format, since user pool is configured for email alias.");
    }
    checkPassword(Password);
    const { email = "", ...attributes } = readAttributes(UserAttributes, pool.settings);
    requireAttributes(["email", ...pool.settings.requiredAttributes], { email, ...attributes });
    if (pool.users.find(Username) !== undefined) throw new AwsError("UsernameExistsException", "User already exists");
    const sub = randomUUID();
    const user = pool.users.add(
      { username: Username, sub, email, emailVerified: false, attributes, factors: [], status: "UNCONFIRMED" },
      Password,
    );
    return {
      UserConfirmed: false,
      UserSub: sub,
      CodeDeliveryDetails: pool.codes.send("sign-up", user.username, email),
    };
  };
