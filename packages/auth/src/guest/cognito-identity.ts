import * as v from "valibot";
import { AuthError, type AuthErrorCode } from "../errors.ts";
import { passingCode, post, type Refusal, refuse } from "./post.ts";

/** JSON 1.1 protocol, unsigned; source: reference/aws.md §5. */
export interface CognitoIdentity {
  getId(identityPoolId: string): Promise<string>;
  /** `null` when AWS does not, or no longer, take this identity for a guest of the pool. */
  getOpenIdToken(identityId: string): Promise<string | null>;
}

const getIdSchema = v.object({ IdentityId: v.pipe(v.string(), v.nonEmpty()) });
const getOpenIdTokenSchema = v.object({ Token: v.pipe(v.string(), v.nonEmpty()) });
const refusalSchema = v.object({
  __type: v.optional(v.string(), ""),
  message: v.optional(v.string()),
  Message: v.optional(v.string(), ""),
});

export function createCognitoIdentity(url: string, send: typeof fetch): CognitoIdentity {
  async function call<const S extends v.GenericSchema>(operation: string, input: object, schema: S) {
    const { ok, status, text } = await post(
      send,
      url,
      { "Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": `AWSCognitoIdentityService.${operation}` },
      JSON.stringify(input),
    );
    const body = parseJson(text);
    if (!ok) return { refusal: refusalOf(body, status) };
    const parsed = v.safeParse(schema, body);
    if (!parsed.success) throw new AuthError("unavailable", `${operation} answered something that is not understood.`);
    return { output: parsed.output };
  }

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
  // "Basic (classic) flow is not enabled …", "… is not supported with RoleMappings …": the type alone says too little.
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
      return passingCode(refusal) ?? "unavailable";
  }
}

function refusalOf(body: unknown, status: number): Refusal {
  const parsed = v.safeParse(refusalSchema, body);
  if (!parsed.success) return { type: "", message: "", status };
  const { __type, message, Message } = parsed.output;
  return { type: __type.split("#").pop() ?? "", message: message ?? Message, status };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
