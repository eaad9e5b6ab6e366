import { CloudFormationClient, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import { CognitoIdentityProviderClient, paginateListUserPools } from "@aws-sdk/client-cognito-identity-provider";
import { KinesisVideoClient, ListSignalingChannelsCommand } from "@aws-sdk/client-kinesis-video";
import { GetAccountSettingsCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { InfraError } from "../errors.ts";
import { userPoolName } from "../stacks/user-pool.ts";

export type Outputs = Record<string, string>;

/** The AWS account the credentials are of, in one region. Found as AWS's own tools find it: AWS_PROFILE, AWS_REGION, SSO. */
export interface Account {
  region: string;
  /** @throws InfraError "not-ready" without usable credentials */
  id(): Promise<string>;
  /** A stack's outputs; null when there is no such stack. */
  outputs(stackName: string, region?: string): Promise<Outputs | null>;
  /** Why Kinesis Video Streams' signaling cannot be used here; null when it can. */
  whyNoSignaling(): Promise<string | null>;
  /** How many functions may run at once. */
  concurrency(): Promise<number>;
  /** IDs of User Pools that an earlier `destroy` of this environment kept. */
  keptUserPools(environmentName: string): Promise<string[]>;
}

/** @throws InfraError "not-ready" when no region is set */
export async function openAccount(region: string | undefined): Promise<Account> {
  const sts = new STSClient(region ? { region } : {});
  const found = await sts.config.region().catch(() => {
    throw new InfraError("not-ready", 'No region is set. Put "region" into environments/NAME.json, or set AWS_REGION.');
  });
  const options = { region: found };
  const kinesisVideo = new KinesisVideoClient(options);
  return {
    region: found,
    async id() {
      try {
        return (await sts.send(new GetCallerIdentityCommand({}))).Account ?? "";
      } catch (cause) {
        const words = cause instanceof Error ? cause.message : String(cause);
        throw new InfraError(
          "not-ready",
          `There are no usable AWS credentials: ${words}\nSign in (aws sso login), or set AWS_PROFILE.`,
          { cause },
        );
      }
    },
    async outputs(StackName, elsewhere) {
      const client = new CloudFormationClient(elsewhere ? { region: elsewhere } : options);
      try {
        const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName }));
        return Object.fromEntries(
          (stack?.Outputs ?? []).map(({ OutputKey = "", OutputValue = "" }) => [OutputKey, OutputValue]),
        );
      } catch (error) {
        // CloudFormation has no error of its own for it.
        if (error instanceof Error && /does not exist/.test(error.message)) return null;
        throw error;
      }
    },
    async whyNoSignaling() {
      try {
        await kinesisVideo.send(new ListSignalingChannelsCommand({ MaxResults: 1 }));
        return null;
      } catch (error) {
        return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      }
    },
    async concurrency() {
      const { AccountLimit } = await new LambdaClient(options).send(new GetAccountSettingsCommand({}));
      return AccountLimit?.ConcurrentExecutions ?? 0;
    },
    async keptUserPools(environmentName) {
      const client = new CognitoIdentityProviderClient(options);
      const kept: string[] = [];
      for await (const { UserPools = [] } of paginateListUserPools({ client, pageSize: 60 }, { MaxResults: 60 })) {
        for (const { Id, Name } of UserPools) if (Id && Name === userPoolName(environmentName)) kept.push(Id);
      }
      return kept;
    },
  };
}
