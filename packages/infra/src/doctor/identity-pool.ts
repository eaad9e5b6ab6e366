import {
  CognitoIdentityClient,
  GetCredentialsForIdentityCommand,
  GetIdCommand,
  GetOpenIdTokenCommand,
} from "@aws-sdk/client-cognito-identity";
import { AssumeRoleWithWebIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import type { Configuration } from "@lectern/auth/configuration";
import { type Finding, nameOf, notChecked, ok, unanswered, wordsOf, wrong } from "./finding.ts";

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
}

const consolePool = "Cognito → Identity pools → the pool → User access";

export function createIdentityPool({ region, identityPoolId, userPoolId, guestRoleArn, awsEndpoint }: Configuration) {
  const options = { region, ...(awsEndpoint && { endpoint: awsEndpoint }) };
  const identity = new CognitoIdentityClient(options);
  const sts = new STSClient(options);
  const toCredentials = (given: object | undefined): Credentials => {
    const {
      AccessKeyId = "",
      SecretKey = "",
      SecretAccessKey = "",
      SessionToken = "",
    } = { ...given } as Record<string, string>;
    return { accessKeyId: AccessKeyId, secretAccessKey: SecretKey || SecretAccessKey, sessionToken: SessionToken };
  };

  /** Whether the configured ID is an identity's: it looks like a pool's. */
  const isAnIdentity = async (): Promise<boolean> => {
    try {
      await identity.send(new GetOpenIdTokenCommand({ IdentityId: identityPoolId }));
      return true;
    } catch (error) {
      return nameOf(error) === "NotAuthorizedException";
    }
  };

  async function missingPool(): Promise<Finding> {
    const list = `aws cognito-identity list-identity-pools --max-results 60 --region ${region}`;
    const says = (await isAnIdentity())
      ? `${identityPoolId} is the ID of one identity in a pool, not the pool's.`
      : `There is no Identity Pool ${identityPoolId}.`;
    return wrong("identity-pool", says, `Set VITE_COGNITO_IDENTITY_POOL_ID to the pool's ID: ${list}`);
  }

  return {
    /** Goes through the classic flow. Each step needs the one before. */
    async checkGuests(): Promise<{ findings: Finding[]; credentials?: Credentials }> {
      const findings: Finding[] = [];
      const rest = (says: string, ...checks: ("guests" | "classic-flow" | "guest-role")[]) => ({
        findings: [...findings, ...checks.map((check) => notChecked(check, says))],
      });
      let identityId: string | undefined;
      try {
        identityId = (await identity.send(new GetIdCommand({ IdentityPoolId: identityPoolId }))).IdentityId;
      } catch (error) {
        if (nameOf(error) !== "NotAuthorizedException") {
          findings.push(
            nameOf(error) === "ResourceNotFoundException"
              ? await missingPool()
              : (unanswered("identity-pool", error, "VITE_AWS_REGION") ??
                  wrong(
                    "identity-pool",
                    `The Identity Pool refuses to answer: ${wordsOf(error)}`,
                    "Try again in a minute.",
                  )),
          );
          return rest("No Identity Pool answered.", "guests", "classic-flow", "guest-role");
        }
        findings.push(
          ok("identity-pool", "The Identity Pool exists."),
          wrong("guests", "The Identity Pool takes no guests.", `${consolePool} → Guest access: active.`),
        );
        return rest("There are no guests.", "classic-flow", "guest-role");
      }
      findings.push(ok("identity-pool", "The Identity Pool exists."), ok("guests", "It takes guests."));

      let token: string | undefined;
      try {
        token = (await identity.send(new GetOpenIdTokenCommand({ IdentityId: identityId }))).Token;
      } catch (error) {
        findings.push(
          unanswered("classic-flow", error, "VITE_AWS_REGION") ??
            wrong(
              "classic-flow",
              `The classic flow is refused: ${wordsOf(error)}`,
              `${consolePool}: activate the basic (classic) flow, and use no role mappings. In CloudFormation: AllowClassicFlow: true.`,
            ),
        );
        return rest("The classic flow comes before it.", "guest-role");
      }
      findings.push(ok("classic-flow", "The classic flow is on."));

      try {
        const { Credentials: given } = await sts.send(
          new AssumeRoleWithWebIdentityCommand({
            RoleArn: guestRoleArn,
            RoleSessionName: "lectern-doctor",
            WebIdentityToken: token,
          }),
        );
        findings.push(ok("guest-role", "Guests may assume their role."));
        return { findings, credentials: toCredentials(given) };
      } catch (error) {
        findings.push(
          unanswered("guest-role", error, "VITE_AWS_REGION") ??
            wrong(
              "guest-role",
              `Guests may not assume ${guestRoleArn}: ${wordsOf(error)}`,
              `The role must exist and trust cognito-identity.amazonaws.com with sts:AssumeRoleWithWebIdentity where aud is ${identityPoolId} and amr is unauthenticated.`,
            ),
        );
        return { findings };
      }
    },

    /** Goes through the enhanced flow, signed in. */
    async checkSpeaker(idToken: string): Promise<{ finding: Finding; credentials?: Credentials }> {
      const Logins = { [`cognito-idp.${region}.amazonaws.com/${userPoolId}`]: idToken };
      try {
        const { IdentityId } = await identity.send(new GetIdCommand({ IdentityPoolId: identityPoolId, Logins }));
        const { Credentials: given } = await identity.send(
          new GetCredentialsForIdentityCommand({ IdentityId, Logins }),
        );
        return { finding: ok("speaker-role", "Speakers are given credentials."), credentials: toCredentials(given) };
      } catch (error) {
        const isTrust = nameOf(error) === "InvalidIdentityPoolConfigurationException";
        return {
          finding: isTrust
            ? wrong(
                "speaker-role",
                "The Identity Pool may not assume the speakers' role.",
                `Its trust must allow sts:TagSession beside sts:AssumeRoleWithWebIdentity (a claim is mapped to a tag), where aud is ${identityPoolId} and amr is authenticated.`,
              )
            : (unanswered("speaker-role", error, "VITE_AWS_REGION") ??
              wrong(
                "speaker-role",
                `The Identity Pool refuses who is signed in: ${wordsOf(error)}`,
                `${consolePool} → Authenticated access: the provider must be User Pool ${userPoolId} with this app client.`,
              )),
        };
      }
    },
  };
}
