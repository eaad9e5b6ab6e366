import { CognitoIdentityProviderClient, InitiateAuthCommand } from "@aws-sdk/client-cognito-identity-provider";
import type { Configuration } from "@lectern/auth/configuration";
import { fetchWithRetry } from "./fetch-with-retry.ts";
import { type Finding, nameOf, ok, unanswered, wordsOf, wrong } from "./finding.ts";

/** Any valid public value: the exchange is never finished. */
const SRP_A = "2".repeat(64);
const NOBODY = "nobody@lectern.invalid";

const consoleClient = "Cognito → User pools → the pool → App clients → the client";

/** Whether the pool exists, by asking for its public keys. */
export async function checkUserPool({ region, userPoolId, awsEndpoint }: Configuration): Promise<Finding> {
  const base = awsEndpoint ?? `https://cognito-idp.${region}.amazonaws.com`;
  try {
    const { ok: answered, status } = await fetchWithRetry(`${base}/${userPoolId}/.well-known/jwks.json`);
    if (answered) return ok("user-pool", `The User Pool ${userPoolId} answers.`);
    return wrong(
      "user-pool",
      `There is no User Pool ${userPoolId} in ${region} (${status}).`,
      `Set VITE_COGNITO_USER_POOL_ID to the pool's ID: aws cognito-idp list-user-pools --max-results 60 --region ${region}`,
    );
  } catch (error) {
    return (
      unanswered("user-pool", error, "VITE_AWS_REGION") ??
      wrong("user-pool", `The User Pool could not be asked: ${wordsOf(error)}`, "Try again in a minute.")
    );
  }
}

function createInitiateAuth({ region, clientId, awsEndpoint }: Configuration) {
  const client = new CognitoIdentityProviderClient({
    region,
    ...(awsEndpoint && { endpoint: awsEndpoint }),
    credentials: { accessKeyId: "unsigned", secretAccessKey: "unsigned" },
  });
  return (AuthFlow: "USER_SRP_AUTH" | "REFRESH_TOKEN_AUTH", AuthParameters: Record<string, string>) =>
    client.send(new InitiateAuthCommand({ AuthFlow, ClientId: clientId, AuthParameters }));
}

/** Whether the client exists, has no secret, allows SRP, and does not reveal who has an account. */
export async function checkAppClient(configuration: Configuration): Promise<Finding> {
  const { clientId, userPoolId, region } = configuration;
  const list = `aws cognito-idp list-user-pool-clients --user-pool-id ${userPoolId} --region ${region}`;
  try {
    await createInitiateAuth(configuration)("USER_SRP_AUTH", { USERNAME: NOBODY, SRP_A });
    return ok("app-client", `The app client ${clientId} allows sign-in by SRP.`);
  } catch (error) {
    switch (nameOf(error)) {
      case "ResourceNotFoundException":
        return wrong(
          "app-client",
          `There is no app client ${clientId}.`,
          `Set VITE_COGNITO_CLIENT_ID to one of: ${list}`,
        );
      case "UserNotFoundException":
        return wrong(
          "app-client",
          "The app client tells who has an account.",
          `${consoleClient} → Prevent user existence errors: enabled.`,
        );
      case "NotAuthorizedException":
        return wrong("app-client", "The app client has a secret, which no page can keep.", `Make one without: ${list}`);
      case "InvalidParameterException":
        return wrong(
          "app-client",
          `The app client does not allow SRP: ${wordsOf(error)}`,
          `${consoleClient} → Authentication flows: ALLOW_USER_SRP_AUTH and ALLOW_REFRESH_TOKEN_AUTH.`,
        );
      default:
        return (
          unanswered("app-client", error, "VITE_AWS_REGION") ??
          wrong("app-client", `The app client could not be asked: ${wordsOf(error)}`, "Try again in a minute.")
        );
    }
  }
}

/** Whether refresh tokens work the way amazon-cognito-identity-js uses them. Tried with an invalid token, which must be refused as such. */
export async function checkRefresh(configuration: Configuration): Promise<Finding> {
  try {
    await createInitiateAuth(configuration)("REFRESH_TOKEN_AUTH", { REFRESH_TOKEN: "none" });
  } catch (error) {
    if (nameOf(error) === "InvalidParameterException") {
      return wrong(
        "refresh",
        "The app client does not take REFRESH_TOKEN_AUTH: speakers are signed out after an hour.",
        `${consoleClient}: allow ALLOW_REFRESH_TOKEN_AUTH and switch refresh token rotation off, which excludes it.`,
      );
    }
    if (nameOf(error) !== "NotAuthorizedException") {
      return (
        unanswered("refresh", error, "VITE_AWS_REGION") ??
        wrong("refresh", `Refreshing could not be tried: ${wordsOf(error)}`, "Try again in a minute.")
      );
    }
  }
  return ok("refresh", "Refresh tokens can be used, and are not rotated.");
}
