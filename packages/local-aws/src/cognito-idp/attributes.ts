import { userPool as deployed } from "@lectern/infra/policies";
import type { Settings } from "../settings.ts";
import { invalidParameter, notAuthorized } from "./exceptions.ts";
import type { User } from "./users.ts";

type Attributes = Readonly<Record<string, string>>;

/** The pool's schema, as far as it can be written: the standard attributes. */
const KNOWN = new Set([
  ..."email phone_number name given_name family_name middle_name nickname preferred_username".split(" "),
  ..."profile picture website gender birthdate zoneinfo locale address".split(" "),
]);
const VERIFIED = new Set(["email_verified", "phone_number_verified"]);
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export const isEmail = (text: string): boolean => EMAIL.test(text);

/**
 * What a user asks to have written, by name; addresses in small letters. The app client writes what is deployed, and what
 * the settings add: a pool that demands an attribute must let its client write it.
 * @throws AwsError InvalidParameterException, NotAuthorizedException
 */
export function readAttributes(
  given: readonly { Name: string; Value: string }[],
  { requiredAttributes, sms }: Pick<Settings, "requiredAttributes" | "sms">,
): Record<string, string> {
  const writable = new Set<string>([...deployed.writableAttributes, ...requiredAttributes]);
  if (sms) writable.add("phone_number");
  if (given.some(({ Name }) => VERIFIED.has(Name) || (KNOWN.has(Name) && !writable.has(Name))))
    throw notAuthorized("A client attempted to write unauthorized attribute");
  return readAnyAttributes(given);
}

/** The same of an administrator, who may say what is verified. */
export function readAnyAttributes(given: readonly { Name: string; Value: string }[]): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const { Name, Value } of given) {
    if (!KNOWN.has(Name) && !VERIFIED.has(Name)) {
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
