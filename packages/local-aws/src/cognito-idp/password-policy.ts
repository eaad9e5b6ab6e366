import { AwsError } from "../http/service.ts";

/** Cognito's default policy. */
export const PASSWORD_POLICY = {
  minimumLength: 8,
  requireLowercase: true,
  requireUppercase: true,
  requireNumbers: true,
  requireSymbols: true,
} as const;

const rules: readonly [RegExp, string][] = [
  [/^[\s\S]{8,}$/, "Password not long enough"],
  [/[a-z]/, "Password must have lowercase characters"],
  [/[A-Z]/, "Password must have uppercase characters"],
  [/\d/, "Password must have numeric characters"],
  [/[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/, "Password must have symbol characters"],
];

/** @throws AwsError InvalidPasswordException with the first rule that is broken. */
export function checkPassword(password: string): void {
  const broken = rules.find(([pattern]) => !pattern.test(password));
  if (broken !== undefined) {
    throw new AwsError("InvalidPasswordException", `Password did not conform with policy: ${broken[1]}`);
  }
}
