import type * as v from "valibot";
import { callJson } from "../aws-json.ts";
import { AuthError } from "../errors.ts";
import { type UserPoolStep, userPoolError } from "./user-pool-errors.ts";

/** cognito-idp by plain requests; the library does nothing but SRP (decision 6). */
export interface Cognito {
  clientId: string;
  /**
   * @param step - what a refusal means depends on it
   * @throws AuthError
   */
  call<const S extends v.GenericSchema>(
    step: UserPoolStep,
    operation: string,
    input: object,
    schema: S,
  ): Promise<v.InferOutput<S>>;
}

/** @param url - of the region's cognito-idp, or of its stand-in, with a slash at its end */
export function createCognito(url: string, clientId: string, send: typeof fetch): Cognito {
  return {
    clientId,
    async call(step, operation, input, schema) {
      const target = `AWSCognitoIdentityProviderService.${operation}`;
      const { output, refusal } = await callJson(send, url, target, input, schema);
      if (refusal === undefined) return output;
      const { type, message, status } = refusal;
      if (type === "" && status === 429) throw new AuthError("throttled", `Cognito refused (${step}): HTTP 429.`);
      throw userPoolError(step, type, message);
    },
  };
}
