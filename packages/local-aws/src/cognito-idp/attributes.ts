import { array, object, string } from "valibot";
import { invalidParameter, notAuthorized } from "./exceptions.ts";
import type { User } from "./users.ts";

/** As on the wire. */
export const attributeList = array(object({ Name: string(), Value: string() }));
type Attributes = Readonly<Record<string, string>>;

/** What the app client may write, of the standard attributes. */
const WRITABLE = new Set([
  ..."email phone_number name given_name family_name middle_name nickname preferred_username".split(" "),
  ..."profile picture website gender birthdate zoneinfo locale address".split(" "),
]);
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const LONGEST_VALUE = 2048;

export const isEmail = (text: string): boolean => EMAIL.test(text);

/**
 * What a user asks to have written, by name; addresses in small letters.
 * @throws AwsError InvalidParameterException, NotAuthorizedException
 */
export function readAttributes(given: readonly { Name: string; Value: string }[]): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const { Name, Value } of given) {
    if (/_verified$/.test(Name)) throw notAuthorized("A client attempted to write unauthorized attribute");
    if (!WRITABLE.has(Name)) {
      throw invalidParameter(
        `Attributes did not conform to the schema: ${Name}: Attribute does not exist in the schema.\n`,
      );
    }
    if (Value.length > LONGEST_VALUE) {
      throw invalidParameter(
        `Attributes did not conform to the schema: ${Name}: String must be no longer than 2048 characters\n`,
      );
    }
    if (Name === "email" && !EMAIL.test(Value)) throw invalidParameter("Invalid email address format.");
    if (Name === "phone_number" && !/^\+\d{8,15}$/.test(Value)) throw invalidParameter("Invalid phone number format.");
    attributes[Name] = Name === "email" ? Value.toLowerCase() : Value;
  }
  return attributes;
}

/** @throws AwsError InvalidParameterException naming what is missing. */
export function requireAttributes(names: readonly string[], attributes: Attributes): void {
  const missing = names.find((name) => !attributes[name]);
  if (missing === undefined) return;
  throw invalidParameter(`Attributes did not conform to the schema: ${missing}: The attribute is required\n`);
}

/** Every attribute of a user, as text. */
export const attributesOf = (user: User): Record<string, string> => ({
  sub: user.sub,
  ...(user.identities !== undefined && { identities: user.identities }),
  email_verified: String(user.emailVerified),
  ...user.attributes,
  email: user.email,
});
