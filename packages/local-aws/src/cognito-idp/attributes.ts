import { invalidParameter, notAuthorized } from "./exceptions.ts";
import type { User } from "./users.ts";

type Attributes = Readonly<Record<string, string>>;

/** What the app client may write, of the standard attributes. */
const WRITABLE = new Set([
  ..."email phone_number name given_name family_name middle_name nickname preferred_username".split(" "),
  ..."profile picture website gender birthdate zoneinfo locale address".split(" "),
]);
const VERIFIED = new Set(["email_verified", "phone_number_verified"]);
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export const isEmail = (text: string): boolean => EMAIL.test(text);

/**
 * What a user asks to have written, by name; addresses in small letters.
 * @throws AwsError InvalidParameterException, NotAuthorizedException
 */
export function readAttributes(given: readonly { Name: string; Value: string }[]): Record<string, string> {
  if (given.some(({ Name }) => VERIFIED.has(Name)))
    throw notAuthorized("A client attempted to write unauthorized attribute");
  return readAnyAttributes(given);
}

/** The same of an administrator, who may say what is verified. */
export function readAnyAttributes(given: readonly { Name: string; Value: string }[]): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const { Name, Value } of given) {
    if (!WRITABLE.has(Name) && !VERIFIED.has(Name)) {
      throw invalidParameter(
        `Attributes did not conform to the schema: ${Name}: Attribute does not exist in the schema.\n`,
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
