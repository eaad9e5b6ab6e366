import { Stack, Validations } from "aws-cdk-lib";
import type { CfnRole } from "aws-cdk-lib/aws-iam";
import type { IConstruct } from "constructs";
import type { PolicyDocument } from "../policies/index.ts";

/** Says why a rule of cdk-nag does not apply here. */
export const acknowledge = (construct: IConstruct, id: string, reason: string): void =>
  Validations.of(construct).acknowledge({ id, reason });

/** A resource as cdk-nag writes it: values known only at deployment in angle brackets. */
function nameOf(resolved: unknown): string {
  if (typeof resolved === "string") return resolved.replace(/\$\{([^}]+)\}/g, "<$1>");
  const [[intrinsic, value] = []] = Object.entries(resolved ?? {});
  if (intrinsic === "Ref") return `<${value}>`;
  if (intrinsic === "Fn::GetAtt") return `<${value.join(".")}>`;
  if (intrinsic === "Fn::Join") return value[1].map(nameOf).join(value[0]);
  throw new Error(`${intrinsic} in a resource`);
}

/** The same for a role's wildcards. cdk-nag reports each by itself. */
export function acknowledgeWildcards(role: CfnRole, { Statement }: PolicyDocument, reason: string): void {
  const resources = Statement.flatMap(({ Resource = [] }) => Resource).filter((resource) => resource.includes("*"));
  for (const resource of resources) {
    acknowledge(role, `AwsSolutions-IAM5[Resource::${nameOf(Stack.of(role).resolve(resource))}]`, reason);
  }
}
