import { fromCognitoIdentityPool } from "@aws-sdk/credential-provider-cognito-identity";
import * as v from "valibot";
import type { AwsCredentials } from "../credentials.ts";
import { parseAnswer } from "../parse-answer.ts";
import type { SpeakerAuthConfiguration } from "./environment.ts";

const TIMEOUT_MS = 10_000;

/** The SDK does not check what AWS answers. */
const credentialsSchema = v.object({
  accessKeyId: v.pipe(v.string(), v.nonEmpty()),
  secretAccessKey: v.pipe(v.string(), v.nonEmpty()),
  sessionToken: v.pipe(v.string(), v.nonEmpty()),
  expiration: v.date(),
});

/** The SDK keeps nothing of somebody signed in, but looks for IndexedDB all the same, which throws where site data are blocked. */
const nothingKept = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };

/**
 * AWS credentials of somebody signed in, by the enhanced flow. The provider remembers the identity it got, so one is
 * made for each session.
 *
 * @param idToken - asked for on every call
 */
export function createIdentityPool(
  { region, userPoolId, identityPoolId, awsEndpoint }: SpeakerAuthConfiguration,
  idToken: () => Promise<string>,
): () => Promise<AwsCredentials> {
  const provide = fromCognitoIdentityPool({
    identityPoolId,
    cache: nothingKept,
    // AWS's name for the User Pool, also when requests go to local-aws.
    logins: { [`cognito-idp.${region}.amazonaws.com/${userPoolId}`]: idToken },
    clientConfig: {
      region,
      requestHandler: { requestTimeout: TIMEOUT_MS },
      ...(awsEndpoint === undefined ? {} : { endpoint: awsEndpoint }),
    },
  });
  return async () => parseAnswer(credentialsSchema, await provide(), "The Identity Pool");
}
