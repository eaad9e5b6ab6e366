import type { Standing } from "../account/stack-status.ts";

/**
 * Cognito's quotas that can be read, and their defaults (Cognito's quotas page), which the product is built for. Quotas of
 * Kinesis Video Streams have no published codes (docs/operations.md).
 */
export const QUOTAS = [
  { service: "cognito-identity", code: "L-A38ADA84", name: "Rate of GetId requests", least: 25 },
  { service: "cognito-identity", code: "L-E97D135E", name: "Rate of GetOpenIdToken requests", least: 200 },
  { service: "cognito-idp", code: "L-026ADBA3", name: "Rate of UserAuthentication requests", least: 120 },
] as const;

/** What is known of the account before the deployment. */
export interface AccountFacts {
  region: string;
  whyNoSignaling: string | null;
  /** The environment's stacks, and where each stands. */
  stacks: readonly { name: string; standing: Standing }[];
  /** Whether the account has any CloudFront distribution; null if unknown. */
  hasDistributions: boolean | null;
  /** Regions without the CDK's bootstrap stack. */
  notBootstrapped: readonly string[];
  concurrency: number;
  /** In the order of `QUOTAS`; null if unknown. */
  quotas: readonly (number | null)[];
  accountId: string;
}

export interface Readiness {
  /** What a deployment would fail without. */
  missing: readonly string[];
  /** What limits how many can listen. */
  advice: readonly string[];
}

/** A new account has ten; a join takes several at once. */
const ENOUGH_FUNCTIONS = 100;

/** aws-cdk-examples#279. Whether an account is verified cannot be asked. */
const UNVERIFIED =
  "This account has no CloudFront distribution. AWS makes none for a new account until it is verified: the pages' stack would fail, last, with “Your account must be verified before you can add new CloudFront resources”. If the account is new, ask for it first, in a support case of the kind Account and billing: https://console.aws.amazon.com/support/home";

const raise = (region: string, service: string, code: string): string =>
  `https://${region}.console.aws.amazon.com/servicequotas/home/services/${service}/quotas/${code}`;

export function assessReadiness({
  region,
  whyNoSignaling,
  stacks,
  hasDistributions,
  notBootstrapped,
  concurrency,
  quotas,
  accountId,
}: AccountFacts): Readiness {
  const missing = [
    ...stacks.flatMap(({ name, standing }) => {
      if (standing === "busy")
        return [`${name} is being changed by somebody: wait until CloudFormation is done with it.`];
      if (standing !== "half-deleted") return [];
      return [`${name} could not be deleted. CloudFormation's console says why; then run npm run destroy again.`];
    }),
    ...(whyNoSignaling === null
      ? []
      : [
          `Kinesis Video Streams signaling cannot be used in ${region} (${whyNoSignaling}). Choose another region, or allow kinesisvideo:ListSignalingChannels.`,
        ]),
    ...notBootstrapped.map(
      (where) => `The CDK was never set up in ${where}: npx cdk bootstrap aws://${accountId}/${where}`,
    ),
  ];
  const advice =
    concurrency < ENOUGH_FUNCTIONS
      ? [
          `Lambda runs ${concurrency} functions at once in this account; a hall that joins at once is told to wait. Raise “Concurrent executions” to 1000: ${raise(region, "lambda", "L-B99A9384")}`,
        ]
      : [];
  const low = QUOTAS.flatMap(({ service, code, name, least }, index) => {
    const value = quotas[index] ?? least;
    return value < least
      ? [
          `“${name}” is ${value} a second in this account, less than the usual ${least}: ${raise(region, service, code)}`,
        ]
      : [];
  });
  return { missing, advice: [...advice, ...low, ...(hasDistributions === false ? [UNVERIFIED] : [])] };
}

interface Adoption {
  environmentName: string;
  /** Whether the stack with the User Pool is there, which it is not after a first deployment that failed. */
  stackExists: boolean;
  /** IDs of User Pools that an earlier `destroy`, or a deployment that failed, left. */
  kept: readonly string[];
  /** `--adopt ID` */
  adopt: string | undefined;
  /** `--new-user-pool` */
  newUserPool: boolean;
}

/** Whether to reuse a User Pool that was kept: a new one would have none of its accounts. */
export type AdoptionDecision = { do: "deploy" } | { do: "adopt"; userPoolId: string } | { do: "ask"; says: string };

export function decideAdoption({ environmentName, stackExists, kept, adopt, newUserPool }: Adoption): AdoptionDecision {
  if (stackExists) {
    return adopt === undefined
      ? { do: "deploy" }
      : { do: "ask", says: "The environment has a User Pool already: --adopt is for a new one." };
  }
  if (adopt !== undefined) {
    return kept.includes(adopt)
      ? { do: "adopt", userPoolId: adopt }
      : { do: "ask", says: `There is no User Pool ${adopt} that this environment once had.` };
  }
  if (kept.length === 0 || newUserPool) return { do: "deploy" };
  const command = `  npm run deploy -- --env ${environmentName}`;
  const choices = [...kept.map((id) => `${command} --adopt ${id}`), `${command} --new-user-pool`];
  return {
    do: "ask",
    says: `An earlier environment of this name, or a deployment that failed, left a User Pool with its accounts. Take it back, or leave it and begin with none:\n${choices.join("\n")}`,
  };
}
