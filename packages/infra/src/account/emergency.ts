import {
  CognitoIdentityClient,
  DescribeIdentityPoolCommand,
  UpdateIdentityPoolCommand,
} from "@aws-sdk/client-cognito-identity";
import { DeleteRolePolicyCommand, IAMClient, PutRolePolicyCommand } from "@aws-sdk/client-iam";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { InfraError } from "../errors.ts";
import type { PolicyDocument } from "../policies/index.ts";

const POLICY = "emergency-stop";

/** A denial wins over everything, and counts for credentials given before: within seconds no guest may do anything. */
const nothing: PolicyDocument = {
  Version: "2012-10-17",
  Statement: [{ Sid: "EmergencyStop", Effect: "Deny", Action: "*", Resource: "*" }],
};

interface Emergency {
  region: string;
  identityPoolId: string;
  guestRoleArn: string;
  reaperName: string;
}

async function setGuests(
  { region, identityPoolId }: Emergency,
  AllowUnauthenticatedIdentities: boolean,
): Promise<void> {
  const client = new CognitoIdentityClient({ region });
  const { $metadata: _, ...pool } = await client.send(
    new DescribeIdentityPoolCommand({ IdentityPoolId: identityPoolId }),
  );
  // An update replaces the whole pool: what is not said again is forgotten.
  await client.send(
    new UpdateIdentityPoolCommand({
      ...pool,
      IdentityPoolId: identityPoolId,
      IdentityPoolName: pool.IdentityPoolName,
      AllowUnauthenticatedIdentities,
    }),
  );
}

const roleName = ({ guestRoleArn }: Emergency): string => guestRoleArn.split("/").at(-1) ?? "";

/** No new guests, none of the old ones, and every session ended. */
export async function stop(emergency: Emergency): Promise<void> {
  const { region, reaperName } = emergency;
  await setGuests(emergency, false);
  await new IAMClient({ region }).send(
    new PutRolePolicyCommand({
      RoleName: roleName(emergency),
      PolicyName: POLICY,
      PolicyDocument: JSON.stringify(nothing),
    }),
  );
  const { FunctionError } = await new LambdaClient({ region }).send(
    new InvokeCommand({ FunctionName: reaperName, Payload: Buffer.from(JSON.stringify({ endAll: true })) }),
  );
  if (FunctionError) {
    throw new InfraError(
      "tool-failed",
      `Guests are shut out, but ${reaperName} failed to end the sessions (${FunctionError}). Run this again.`,
    );
  }
}

/** Guests may come again. What was ended stays ended until its speaker goes live again. */
export async function resume(emergency: Emergency): Promise<void> {
  await new IAMClient({ region: emergency.region })
    .send(new DeleteRolePolicyCommand({ RoleName: roleName(emergency), PolicyName: POLICY }))
    .catch((error: unknown) => {
      if (!(error instanceof Error && error.name === "NoSuchEntityException")) throw error;
    });
  await setGuests(emergency, true);
}
