import type { Principal } from "../iam/principal.ts";
import { operator } from "./operator.ts";

/** Of the pool that is played. */
export const USER_POOL_NAME = "lectern-local";

/** What the account holds, as the commands see it: at first the User Pool alone. Tests put in what the commands are to find. */
export interface Account {
  /** CloudFormation's stacks by name, each with its outputs. */
  stacks: Map<string, Record<string, string>>;
  /** Where stacks stand that are not simply there: ROLLBACK_COMPLETE, DELETE_FAILED and the like. */
  stackStatuses: Map<string, string>;
  /** How many CloudFront distributions there are. */
  distributions: number;
  /** User Pools by ID, each with its name: the one that is played at first. */
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

export const createAccount = (userPoolId: string): Account => ({
  stacks: new Map(),
  stackStatuses: new Map(),
  distributions: 1,
  userPools: new Map([[userPoolId, USER_POOL_NAME]]),
  buckets: new Map(),
  quotas: new Map(),
  concurrency: 1000,
  changes: [],
});

/** To be called for every action that was allowed. */
export function noteChange({ changes }: Account, principal: Principal, action: string, resource: string): void {
  if (principal === operator && !/:(?:Describe|Get|List)/.test(action)) changes.push(`${action} ${resource}`);
}
