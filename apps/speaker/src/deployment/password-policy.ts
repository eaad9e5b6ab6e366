import type { ConfigResponse } from "@lectern/session-api/contract";
import type { Words } from "../words/index.ts";

type Policy = ConfigResponse["passwordPolicy"];

/** Cognito's own, until `GET /config` has answered. */
const usual: Policy = {
  minimumLength: 8,
  requireLowercase: true,
  requireUppercase: true,
  requireNumbers: true,
  requireSymbols: true,
};
/** https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-policies.html */
const SYMBOL = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+-]|\S +\S/;
/** As every password is at Cognito, whatever the pool: `[\S]+.*[\S]+`, where `\s` is Java's, and at most so long. */
const OUTER_SPACE = /^[ \t\n\v\f\r]|[ \t\n\v\f\r]$/;
const MAX_LENGTH = 256;

/** Each of the pool's conditions, and whether this password meets it. */
export function conditionsOf(
  password: string,
  words: Words["deployment"]["conditions"],
  policy: Policy = usual,
): { label: string; met: boolean }[] {
  const all = [
    { asked: true, label: words.length(policy.minimumLength), met: password.length >= policy.minimumLength },
    { asked: policy.requireLowercase, label: words.lowercase, met: /[a-z]/.test(password) },
    { asked: policy.requireUppercase, label: words.uppercase, met: /[A-Z]/.test(password) },
    { asked: policy.requireNumbers, label: words.number, met: /\d/.test(password) },
    { asked: policy.requireSymbols, label: words.symbol, met: SYMBOL.test(password) },
    // Said only where it is so.
    { asked: OUTER_SPACE.test(password), label: words.noOuterSpace, met: false },
    { asked: password.length > MAX_LENGTH, label: words.atMost(MAX_LENGTH), met: false },
  ];
  return all.filter(({ asked }) => asked).map(({ label, met }) => ({ label, met }));
}
