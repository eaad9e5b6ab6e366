import {
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PASSWORD } from "../testing/accounts.ts";
import { startTestStand, type TestStand } from "../testing/stand.ts";
import { claimSignature, sessionKey } from "./srp.ts";

let stand: TestStand;
beforeAll(async () => {
  stand = await startTestStand();
  await stand.localAws.createUser({ email: "ada@example.org", password: PASSWORD });
});
afterAll(() => stand.localAws.close());

/** Signs in as a client would that knows the password and writes the time so. */
async function signInAt(TIMESTAMP: string) {
  const { userPool, identifiers } = stand.deps;
  const client = new CognitoIdentityProviderClient({
    region: "us-east-1",
    endpoint: stand.localAws.url,
    maxAttempts: 1,
  });
  const AuthParameters = { USERNAME: "ada@example.org", SRP_A: "1234" };
  const ClientId = identifiers.clientId;
  const begun = await client.send(new InitiateAuthCommand({ AuthFlow: "USER_SRP_AUTH", ClientId, AuthParameters }));
  const { SECRET_BLOCK = "", USER_ID_FOR_SRP: userId = "" } = begun.ChallengeParameters ?? {};
  const exchange = userPool.exchanges.read(SECRET_BLOCK);
  if (exchange.status !== "found") throw new Error(exchange.status);
  const { A, keys, user } = exchange.value;
  const key = sessionKey(A, keys, user.verifier);
  const identity = { poolName: userPool.poolName, userId };
  const signature = claimSignature(key, identity, Buffer.from(SECRET_BLOCK, "base64"), TIMESTAMP);
  const answer = await client.send(
    new RespondToAuthChallengeCommand({
      ...{ ChallengeName: "PASSWORD_VERIFIER", ClientId },
      ChallengeResponses: {
        USERNAME: userId,
        PASSWORD_CLAIM_SECRET_BLOCK: SECRET_BLOCK,
        PASSWORD_CLAIM_SIGNATURE: signature.toString("base64"),
        TIMESTAMP,
      },
    }),
  );
  return answer.AuthenticationResult;
}

test("the time of a sign-in is signed as Cognito writes it: a padded day or a wrong weekday is a wrong password", async () => {
  await expect(signInAt("Tue Sep 1 09:05:03 UTC 2026")).resolves.toBeDefined();
  for (const timestamp of ["Tue Sep 01 09:05:03 UTC 2026", "Mon Sep 1 09:05:03 UTC 2026"]) {
    await expect(signInAt(timestamp)).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: "Incorrect username or password.",
    });
  }
  await expect(signInAt("2026-09-01T09:05:03Z")).rejects.toMatchObject({ name: "InvalidParameterException" });
});
