import * as v from "valibot";
import { callJson } from "../aws-json.ts";
import { type Refusal, refuse, retryableCode } from "../aws-post.ts";
import type { AuthErrorCode } from "../errors.ts";

/** JSON 1.1 protocol, unsigned; source: reference/aws.md §5. */
export interface CognitoIdentity {
  getId(identityPoolId: string): Promise<string>;
  /** `null` when AWS refuses this identity as a guest of the pool. */
  getOpenIdToken(identityId: string): Promise<string | null>;
}

const getIdSchema = v.object({ IdentityId: v.pipe(v.string(), v.nonEmpty()) });
const getOpenIdTokenSchema = v.object({ Token: v.pipe(v.string(), v.nonEmpty()) });
export function createCognitoIdentity(url: string, send: typeof fetch): CognitoIdentity {
  const call = <const S extends v.GenericSchema>(operation: string, input: object, schema: S) =>
    callJson(send, url, `AWSCognitoIdentityService.${operation}`, input, schema);

  return {
    async getId(identityPoolId) {
      const { output, refusal } = await call("GetId", { IdentityPoolId: identityPoolId }, getIdSchema);
      if (output === undefined) throw refuse(codeOfGetId(refusal), "GetId", refusal);
      return output.IdentityId;
    },
    async getOpenIdToken(identityId) {
      const { output, refusal } = await call("GetOpenIdToken", { IdentityId: identityId }, getOpenIdTokenSchema);
      if (output !== undefined) return output.Token;
      if (refusal.type === "NotAuthorizedException" || refusal.type === "ResourceNotFoundException") return null;
      throw refuse(codeOfGetOpenIdToken(refusal), "GetOpenIdToken", refusal);
    },
  };
}

function codeOfGetId(refusal: Refusal): AuthErrorCode {
  switch (refusal.type) {
    case "NotAuthorizedException":
      return "guest-access-off";
    case "ResourceNotFoundException":
      return "identity-pool-not-found";
    default:
      return codeOfAny(refusal);
  }
}

function codeOfGetOpenIdToken(refusal: Refusal): AuthErrorCode {
  // "Basic (classic) flow is not enabled …", "… is not supported with RoleMappings …": the type is the same for other errors.
  const classic = refusal.type === "InvalidParameterException" && /classic/i.test(refusal.message);
  return classic ? "classic-flow-off" : codeOfAny(refusal);
}

function codeOfAny(refusal: Refusal): AuthErrorCode {
  switch (refusal.type) {
    case "InvalidParameterException":
    case "ValidationException":
    case "InvalidIdentityPoolConfigurationException":
      return "identity-pool-invalid";
    default:
      return retryableCode(refusal) ?? "unavailable";
  }
}
