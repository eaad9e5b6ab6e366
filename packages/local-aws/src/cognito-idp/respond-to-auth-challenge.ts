import { object, optional } from "valibot";
import type { JsonOperation } from "../http/json-service.ts";
import { invalidParameter } from "./exceptions.ts";
import { checkClient, parseInput } from "./input.ts";
import { answerNewPassword } from "./new-password.ts";
import { verifyPassword } from "./password-verifier.ts";
import { perSecond } from "./quotas.ts";
import { answerSecondFactor } from "./second-factor.ts";
import { challengeName, clientId, context, parameters, session } from "./shapes.ts";
import type { UserPool } from "./user-pool.ts";

const input = object({
  ChallengeName: challengeName,
  ClientId: clientId,
  ChallengeResponses: optional(parameters, {}),
  Session: optional(session),
  ...context,
});

/** Three times the quota of UserAuthentication. */
const PER_SECOND = 360;

export function respondToAuthChallenge(pool: UserPool): JsonOperation {
  const countCall = perSecond(pool.clock, PER_SECOND);
  return (body) => {
    const { ChallengeName, ClientId, ChallengeResponses, Session } = parseInput(input, body);
    countCall();
    checkClient(pool, ClientId);
    switch (ChallengeName) {
      case "PASSWORD_VERIFIER":
        return verifyPassword(pool, ChallengeResponses);
      case "NEW_PASSWORD_REQUIRED":
        return answerNewPassword(pool, ChallengeResponses, Session);
      case "SMS_MFA":
      case "SOFTWARE_TOKEN_MFA":
      case "SELECT_MFA_TYPE":
      case "MFA_SETUP":
        return answerSecondFactor(pool, ChallengeName, ChallengeResponses, Session);
      default:
        throw invalidParameter(`Challenge ${ChallengeName} is not supported by local-aws.`);
    }
  };
}
