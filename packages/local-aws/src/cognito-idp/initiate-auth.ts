import { object, optional } from "valibot";
import type { JsonOperation } from "../http/json-service.ts";
import { invalidParameter } from "./exceptions.ts";
import { checkClient, type Parameters, parseInput, required } from "./input.ts";
import { perSecond } from "./quotas.ts";
import { refresh } from "./refresh.ts";
import { authFlow, clientId, context, parameters as parametersShape, session } from "./shapes.ts";
import { hexToBigInt, isUsablePublicValue, newServerKeys } from "./srp.ts";
import type { UserPool } from "./user-pool.ts";

const input = object({
  AuthFlow: authFlow,
  ClientId: clientId,
  AuthParameters: optional(parametersShape, {}),
  Session: optional(session),
  ...context,
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

async function refreshed(pool: UserPool, parameters: Parameters) {
  const { tokens } = await refresh(pool, required(parameters, "REFRESH_TOKEN"));
  return { AuthenticationResult: tokens, ChallengeParameters: {} };
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
        return refreshed(pool, AuthParameters);
      case "USER_PASSWORD_AUTH":
      case "USER_AUTH":
      case "CUSTOM_AUTH":
        throw notEnabled(AuthFlow);
      default:
        throw invalidParameter("Initiate Auth method not supported.");
    }
  };
}
