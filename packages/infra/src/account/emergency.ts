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

/** A denial overrides every permission, also for credentials given before. It takes effect within seconds. */
const denyAll: PolicyDocument = {
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
  // An update resets every setting that it does not repeat.
  await client.send(
    new UpdateIdentityPoolCommand({
      ...pool,
      IdentityPoolId: identityPoolId,
      IdentityPoolName: pool.IdentityPoolName,
      AllowUnauthenticatedIdentities,
    }),
  );
}

const roleName = ({ guestRoleArn }: Pick<Emergency, "guestRoleArn">): string => guestRoleArn.split("/").at(-1) ?? "";

/** Refuses guests, new ones and those who have credentials, and ends every session. */
export async function stop(emergency: Emergency): Promise<void> {
  const { region, reaperName } = emergency;
  await setGuests(emergency, false);
  await new IAMClient({ region }).send(
    new PutRolePolicyCommand({
      RoleName: roleName(emergency),
      PolicyName: POLICY,
      PolicyDocument: JSON.stringify(denyAll),
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

type GuestRole = Pick<Emergency, "region" | "guestRoleArn">;

/** Takes the denial away, if there is one: CloudFormation deletes no role that has a policy put in by hand. */
export const removeDenial = async (role: GuestRole): Promise<void> => {
  await new IAMClient({ region: role.region })
    .send(new DeleteRolePolicyCommand({ RoleName: roleName(role), PolicyName: POLICY }))
    .catch((error: unknown) => {
      if (!(error instanceof Error && error.name === "NoSuchEntityException")) throw error;
    });
};

/** Lets guests in again. Sessions stay ended until their speakers go live again. */
export async function resume(emergency: Emergency): Promise<void> {
  await removeDenial(emergency);
  await setGuests(emergency, true);
}
