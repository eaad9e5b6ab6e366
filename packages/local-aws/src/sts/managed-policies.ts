import type { PolicyDocument } from "@lectern/infra/policies";
import { LocalAwsError } from "../errors.ts";

const allow = (...Action: string[]): PolicyDocument => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action, Resource: "*" }],
});

/** Policies AWS has in every account, as far as they concern what is played. */
const managed: Readonly<Record<string, PolicyDocument>> = {
  AdministratorAccess: allow("*"),
  AmazonKinesisVideoStreamsFullAccess: allow("kinesisvideo:*"),
  AmazonKinesisVideoStreamsReadOnlyAccess: allow("kinesisvideo:Describe*", "kinesisvideo:Get*", "kinesisvideo:List*"),
};

/** @throws LocalAwsError "unsupported-policy": nothing is allowed by guess. */
export function managedPolicy(arn: string): PolicyDocument {
  const [, name = ""] = /^arn:aws:iam::aws:policy\/(\w+)$/.exec(arn) ?? [];
  const found = Object.hasOwn(managed, name) ? managed[name] : undefined;
  if (found === undefined) throw new LocalAwsError("unsupported-policy", `local-aws does not know the policy ${arn}.`);
  return found;
}
