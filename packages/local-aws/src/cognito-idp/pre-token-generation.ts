import type { PreTokenGenerationTriggerEvent } from "aws-lambda";
import { AwsError } from "../http/service.ts";
import { attributesOf } from "./attributes.ts";
import type { User } from "./users.ts";

export type TriggerSource =
  | "TokenGeneration_Authentication"
  | "TokenGeneration_HostedAuth"
  | "TokenGeneration_NewPasswordChallenge"
  | "TokenGeneration_RefreshTokens";

export type PreTokenGeneration = (event: PreTokenGenerationTriggerEvent) => Promise<PreTokenGenerationTriggerEvent>;

/** Claims a version 1 trigger cannot touch. */
const RESERVED = new Set(
  "acr amr at_hash auth_time azp exp iat iss jti nbf nonce origin_jti sub token_use aud event_id cognito:username".split(
    " ",
  ),
);

export interface TriggerContext {
  region: string;
  userPoolId: string;
  clientId: string;
  source: TriggerSource;
}

const triggerEvent = (user: User, context: TriggerContext): PreTokenGenerationTriggerEvent => ({
  version: "1",
  triggerSource: context.source,
  region: context.region,
  userPoolId: context.userPoolId,
  userName: user.username,
  callerContext: { awsSdkVersion: "aws-sdk-unknown-unknown", clientId: context.clientId },
  request: {
    userAttributes: { ...attributesOf(user), "cognito:user_status": user.status },
    groupConfiguration: { groupsToOverride: [], iamRolesToOverride: [] },
  },
  response: { claimsOverrideDetails: {} },
});

/**
 * The id token's claims after the trigger has had its say.
 * @throws AwsError UserLambdaValidationException when the trigger fails.
 */
export async function applyTrigger(
  trigger: PreTokenGeneration,
  user: User,
  context: TriggerContext,
  claims: Readonly<Record<string, unknown>>,
): Promise<Record<string, unknown>> {
  let answer: PreTokenGenerationTriggerEvent;
  try {
    // As on Lambda, the event crosses as JSON: the trigger shares no object with the pool.
    answer = await trigger(structuredClone(triggerEvent(user, context)));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AwsError("UserLambdaValidationException", `PreTokenGeneration failed with error ${reason}.`);
  }
  const { claimsToAddOrOverride = {}, claimsToSuppress = [] } = answer.response.claimsOverrideDetails ?? {};
  const added = Object.entries(claimsToAddOrOverride).filter(([name]) => !RESERVED.has(name));
  const suppressed = new Set(claimsToSuppress.filter((name) => !RESERVED.has(name)));
  const all = Object.entries({ ...claims, ...Object.fromEntries(added) });
  return Object.fromEntries(all.filter(([name]) => !suppressed.has(name)));
}
