import { Stack, Validations } from "aws-cdk-lib";
import type { CfnRole } from "aws-cdk-lib/aws-iam";
import type { IConstruct } from "constructs";
import type { PolicyDocument } from "../policies/index.ts";

/** Says why a rule of cdk-nag does not apply here. */
export const acknowledge = (construct: IConstruct, id: string, reason: string): void =>
  Validations.of(construct).acknowledge({ id, reason });

/** A resource as cdk-nag names it: what is known at deployment only stands in angle brackets. */
function nameOf(resolved: unknown): string {
  if (typeof resolved === "string") return resolved.replace(/\$\{([^}]+)\}/g, "<$1>");
  const [[intrinsic, value] = []] = Object.entries(resolved ?? {});
  if (intrinsic === "Ref") return `<${value}>`;
  if (intrinsic === "Fn::GetAtt") return `<${value.join(".")}>`;
  if (intrinsic === "Fn::Join") return value[1].map(nameOf).join(value[0]);
  throw new Error(`${intrinsic} in a resource`);
}

/** The same for the wildcards of a role, each of which is a finding of its own. */
export function acknowledgeWildcards(role: CfnRole, { Statement }: PolicyDocument, reason: string): void {
  const resources = Statement.flatMap(({ Resource = [] }) => Resource).filter((resource) => resource.includes("*"));
  for (const resource of resources) {
    acknowledge(role, `AwsSolutions-IAM5[Resource::${nameOf(Stack.of(role).resolve(resource))}]`, reason);
  }
}
