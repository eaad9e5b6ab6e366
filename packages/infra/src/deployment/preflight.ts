/** What was found in the account before anything is changed. */
export interface Facts {
  region: string;
  whyNoSignaling: string | null;
  /** Regions the CDK's own stack is missing in. */
  notBootstrapped: readonly string[];
  concurrency: number;
  accountId: string;
}

export interface Readiness {
  /** Without these it fails. */
  missing: readonly string[];
  /** With these it works, for few. */
  advice: readonly string[];
}

/** Ten is what a new account has; a join is several invocations at once. */
const FEW_FUNCTIONS = 100;

export function judge({ region, whyNoSignaling, notBootstrapped, concurrency, accountId }: Facts): Readiness {
  const missing = [
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
    concurrency < FEW_FUNCTIONS
      ? [
          `Lambda runs ${concurrency} functions at once in this account; a hall that joins at once is told to wait. Raise “Concurrent executions” to 1000: https://${region}.console.aws.amazon.com/servicequotas/home/services/lambda/quotas/L-B99A9384`,
        ]
      : [];
  return { missing, advice };
}

interface Adoption {
  /** Whether the environment's identity stack is there. */
  stackExists: boolean;
  kept: readonly string[];
  /** `--adopt ID` */
  adopt: string | undefined;
  /** `--new-user-pool` */
  newUserPool: boolean;
}

/** What is done about User Pools that an earlier `destroy` kept: their accounts would be lost to a new pool. */
export type AdoptionDecision = { do: "deploy" } | { do: "adopt"; userPoolId: string } | { do: "ask"; says: string };

export function decideAdoption({ stackExists, kept, adopt, newUserPool }: Adoption): AdoptionDecision {
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
  const choices = kept.map((id) => `  --adopt ${id}`).join("\n");
  return {
    do: "ask",
    says: `An earlier environment of this name left a User Pool with its accounts. Say one of:\n${choices}\n  --new-user-pool`,
  };
}
