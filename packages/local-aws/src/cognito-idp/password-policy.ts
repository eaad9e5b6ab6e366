import { userPool } from "@lectern/infra/policies";
import { AwsError } from "../http/service.ts";

/** The pool's, as it is deployed without settings. */
export const PASSWORD_POLICY = { minimumLength: userPool.passwordLength, ...userPool.passwordCharacters };

const characters: Readonly<Record<keyof typeof userPool.passwordCharacters, [RegExp, string]>> = {
  requireLowercase: [/[a-z]/, "Password must have lowercase characters"],
  requireUppercase: [/[A-Z]/, "Password must have uppercase characters"],
  requireNumbers: [/\d/, "Password must have numeric characters"],
  requireSymbols: [/[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/, "Password must have symbol characters"],
};
const rules = [
  [new RegExp(`^[\\s\\S]{${PASSWORD_POLICY.minimumLength},}$`), "Password not long enough"] as const,
  ...Object.values(characters),
];

/** @throws AwsError InvalidPasswordException with the first rule that is broken. */
export function checkPassword(password: string): void {
  const broken = rules.find(([pattern]) => !pattern.test(password));
  if (broken !== undefined) {
    throw new AwsError("InvalidPasswordException", `Password did not conform with policy: ${broken[1]}`);
  }
}
