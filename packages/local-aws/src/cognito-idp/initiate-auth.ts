import { object, optional, record, string } from "valibot";
import type { JsonOperation } from "../http/json-service.ts";
import { invalidParameter, notAuthorized, userDisabled } from "./exceptions.ts";
import { checkClient, type Parameters, parseInput, required } from "./input.ts";
import { perSecond } from "./quotas.ts";
import { hexToBigInt, isUsablePublicValue, newServerKeys } from "./srp.ts";
import type { UserPool } from "./user-pool.ts";

const input = object({
  AuthFlow: string(),
  ClientId: string(),
  AuthParameters: optional(record(string(), string()), {}),
});

/** Per second and account (category UserAuthentication). */
const PER_SECOND = 120;

function startSrp(pool: UserPool, parameters: Parameters) {
  const name = required(parameters, "USERNAME");
  const hex = required(parameters, "SRP_A");
  if (!/^[0-9a-f]{1,1024}$/i.test(hex)) throw invalidParameter("SRP_A is not a valid hex number.");
  const A = hexToBigInt(hex);
  if (!isUsablePublicValue(A)) throw invalidParameter("SRP_A is not a valid public value.");

  const known = pool.settings.client === "of-another-pool" ? undefined : pool.users.find(name);
  const user = known ?? pool.users.falseUser(name);
  const keys = newServerKeys(user.verifier);
  return {
    ChallengeName: "PASSWORD_VERIFIER",
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.username,
      USERNAME: user.username,
      SRP_B: keys.B.toString(16),
      SALT: user.salt,
      SECRET_BLOCK: pool.exchanges.issue({ user, A, keys }),
    },
  };
}

async function refresh(pool: UserPool, parameters: Parameters) {
  const session = pool.sessions.byRefreshToken(required(parameters, "REFRESH_TOKEN"));
  if (session === undefined) throw notAuthorized("Invalid Refresh Token");
  if (session.revoked) throw notAuthorized("Refresh Token has been revoked");
  if (session.expiresAt <= pool.clock.now()) throw notAuthorized("Refresh Token has expired");
  const user = pool.users.find(session.username);
  if (user === undefined) throw notAuthorized("Invalid Refresh Token");
  if (user.disabled) throw userDisabled();
  return {
    AuthenticationResult: await pool.tokens.issue(user, session, "TokenGeneration_RefreshTokens"),
    ChallengeParameters: {},
  };
}

const notEnabled = (flow: string) => invalidParameter(`${flow} flow not enabled for this client`);

/** USER_SRP_AUTH and REFRESH_TOKEN_AUTH, the two flows the app client has enabled. */
export function initiateAuth(pool: UserPool): JsonOperation {
  const countCall = perSecond(pool.clock, PER_SECOND);
  return (body) => {
    const { AuthFlow, ClientId, AuthParameters } = parseInput(input, body);
    countCall();
    checkClient(pool, ClientId);
    switch (AuthFlow) {
      case "USER_SRP_AUTH":
        if (pool.settings.client === "without-srp") throw notEnabled(AuthFlow);
        return startSrp(pool, AuthParameters);
      case "REFRESH_TOKEN_AUTH":
      case "REFRESH_TOKEN":
        if (pool.settings.client === "rotating") throw notEnabled(AuthFlow);
        return refresh(pool, AuthParameters);
      case "USER_PASSWORD_AUTH":
      case "USER_AUTH":
      case "CUSTOM_AUTH":
        throw notEnabled(AuthFlow);
      default:
        throw invalidParameter("Initiate Auth method not supported.");
    }
  };
}
