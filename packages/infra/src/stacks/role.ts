import { CfnRole } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import type { Role } from "../policies/index.ts";
import { acknowledgeWildcards } from "./acknowledge.ts";

/** An L1 role, so that the documents of `policies/` arrive in the template as they are. */
export function createRole(scope: Construct, id: string, { trust, permissions, maxSessionSeconds }: Role): CfnRole {
  const role = new CfnRole(scope, id, {
    assumeRolePolicyDocument: trust,
    policies: [{ policyName: "lectern", policyDocument: permissions }],
    maxSessionDuration: maxSessionSeconds,
  });
  acknowledgeWildcards(
    role,
    permissions,
    "Channels and sockets are made at run time; the documents name this environment's only.",
  );
  return role;
}
