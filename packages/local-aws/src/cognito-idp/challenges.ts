import type { OpaqueTokens } from "../opaque-tokens.ts";
import { invalidSession, sessionExpired } from "./exceptions.ts";
import type { TriggerSource } from "./pre-token-generation.ts";

type ChallengeName = "NEW_PASSWORD_REQUIRED" | "SOFTWARE_TOKEN_MFA" | "SMS_MFA" | "SELECT_MFA_TYPE" | "MFA_SETUP";

/** What a Session stands for: a user who proved their password and is asked for something more. */
export interface Challenge {
  name: ChallengeName;
  username: string;
  /** How the tokens at its end come about. */
  source: TriggerSource;
  /** MFA_SETUP: the authenticator app was verified. */
  isSetUp?: boolean;
}

/**
 * The challenge under this Session, which stays good: a wrong answer may be followed by a right one.
 * @throws AwsError NotAuthorizedException
 */
export function readChallenge(
  { challenges }: { challenges: OpaqueTokens<Challenge> },
  session: string,
  name: ChallengeName,
): Challenge {
  const found = challenges.read(session);
  if (found.status === "expired") throw sessionExpired();
  if (found.status === "unknown" || found.value.name !== name) throw invalidSession();
  return found.value;
}
