import {
  CloudFormationClient,
  DeleteStackCommand,
  DescribeStacksCommand,
  type Stack,
  waitUntilStackDeleteComplete,
} from "@aws-sdk/client-cloudformation";
import { CloudFrontClient, ListDistributionsCommand } from "@aws-sdk/client-cloudfront";
import { CognitoIdentityProviderClient, paginateListUserPools } from "@aws-sdk/client-cognito-identity-provider";
import { KinesisVideoClient, ListSignalingChannelsCommand } from "@aws-sdk/client-kinesis-video";
import { GetAccountSettingsCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { GetServiceQuotaCommand, ServiceQuotasClient } from "@aws-sdk/client-service-quotas";
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { InfraError } from "../errors.ts";
import { type Outputs, userPoolName } from "../names.ts";

/** The AWS account of the current credentials, in one region. Both are found as AWS's tools do: AWS_PROFILE, AWS_REGION, SSO. */
export interface Account {
  region: string;
  /** @throws InfraError "not-ready" without usable credentials */
  id(): Promise<string>;
  /** Where a stack stands, in CloudFormation's words (StackStatus); null if it does not exist. */
  stackStatus(stackName: string, region?: string): Promise<string | null>;
  /** A stack's outputs; null if it does not exist. */
  outputs(stackName: string, region?: string): Promise<Outputs | null>;
  /**
   * Deletes a stack, if it exists, and waits until it is gone.
   * @throws InfraError "tool-failed" when CloudFormation could not
   */
  deleteStack(stackName: string, region?: string): Promise<void>;
  /** Why Kinesis Video Streams' signaling cannot be used here; null when it can. */
  whyNoSignaling(): Promise<string | null>;
  /** How many functions may run at once. */
  concurrency(): Promise<number>;
  /** A quota's value in this account; null if it cannot be read. */
  quota(service: string, code: string): Promise<number | null>;
  /** Whether there is any CloudFront distribution; null if that cannot be read. */
  hasDistributions(): Promise<boolean | null>;
  /** IDs of User Pools that an earlier `destroy` of this environment, or a deployment that failed, left. */
  keptUserPools(environmentName: string): Promise<string[]>;
}

/** CloudFront takes long to remove a distribution from all its locations. */
const DELETION_SECONDS = 3600;

/** @throws InfraError "not-ready" when no region is set */
export async function openAccount(region: string | undefined): Promise<Account> {
  const sts = new STSClient(region ? { region } : {});
  const found = await sts.config.region().catch(() => {
    throw new InfraError(
      "not-ready",
      'No region is set. Put {"region": "eu-central-1"} into environments/NAME.json, NAME being the environment, or set AWS_REGION.',
    );
  });
  const options = { region: found };
  const kinesisVideo = new KinesisVideoClient(options);
  const cloudFormation = (elsewhere: string | undefined) =>
    new CloudFormationClient(elsewhere ? { region: elsewhere } : options);
  const describe = async (StackName: string, elsewhere: string | undefined): Promise<Stack | null> => {
    try {
      const { Stacks = [] } = await cloudFormation(elsewhere).send(new DescribeStacksCommand({ StackName }));
      return Stacks[0] ?? null;
    } catch (error) {
      // CloudFormation has no error code for this.
      if (error instanceof Error && /does not exist/.test(error.message)) return null;
      throw error;
    }
  };
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
    async stackStatus(stackName, elsewhere) {
      return (await describe(stackName, elsewhere))?.StackStatus ?? null;
    },
    async outputs(stackName, elsewhere) {
      const stack = await describe(stackName, elsewhere);
      return (
        stack &&
        Object.fromEntries(
          (stack.Outputs ?? []).map(({ OutputKey = "", OutputValue = "" }) => [OutputKey, OutputValue]),
        )
      );
    },
    async deleteStack(StackName, elsewhere) {
      const client = cloudFormation(elsewhere);
      await client.send(new DeleteStackCommand({ StackName }));
      try {
        await waitUntilStackDeleteComplete(
          { client, maxWaitTime: DELETION_SECONDS, minDelay: 5, maxDelay: 15 },
          { StackName },
        );
      } catch (cause) {
        throw new InfraError(
          "tool-failed",
          `${StackName} was not deleted; CloudFormation's console says why (${cause instanceof Error ? cause.message : cause}). Then run this again.`,
          { cause },
        );
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
    async quota(ServiceCode, QuotaCode) {
      try {
        const { Quota } = await new ServiceQuotasClient(options).send(
          new GetServiceQuotaCommand({ ServiceCode, QuotaCode }),
        );
        return Quota?.Value ?? null;
      } catch {
        // Quotas are advice only: deploying does not need permission to read them.
        return null;
      }
    },
    async hasDistributions() {
      try {
        const client = new CloudFrontClient({ region: "us-east-1" });
        const { DistributionList } = await client.send(new ListDistributionsCommand({ MaxItems: 1 }));
        return (DistributionList?.Quantity ?? 0) > 0;
      } catch {
        // As with quotas.
        return null;
      }
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
