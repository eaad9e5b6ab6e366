import type { Principal } from "../iam/principal.ts";
import { operator } from "./operator.ts";

/** What the account holds beside what the pages use. It is empty at first; tests put in what the commands are to find. */
export interface Account {
  /** CloudFormation's stacks by name, each with its outputs. */
  stacks: Map<string, Record<string, string>>;
  /** Where stacks stand that are not simply there: ROLLBACK_COMPLETE, DELETE_FAILED and the like. */
  stackStatuses: Map<string, string>;
  /** How many CloudFront distributions there are. */
  distributions: number;
  /** User Pools by ID, each with its name: others than the one local-aws plays. */
  userPools: Map<string, string>;
  /** Keys of objects by bucket. */
  buckets: Map<string, string[]>;
  /** Applied quotas by code; one that is not there cannot be read. */
  quotas: Map<string, number>;
  /** How many functions may run at once. */
  concurrency: number;
  /** Actions of the operator that change something, in order: `cloudformation:DeleteStack arn:…`. */
  changes: string[];
}

export const createAccount = (): Account => ({
  stacks: new Map(),
  stackStatuses: new Map(),
  distributions: 1,
  userPools: new Map(),
  buckets: new Map(),
  quotas: new Map(),
  concurrency: 1000,
  changes: [],
});

/** To be called for every action that was allowed. */
export function noteChange({ changes }: Account, principal: Principal, action: string, resource: string): void {
  if (principal === operator && !/:(?:Describe|Get|List)/.test(action)) changes.push(`${action} ${resource}`);
}
