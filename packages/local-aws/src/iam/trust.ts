import type { PolicyDocument } from "@lectern/infra/policies";
import { evaluate } from "./policy/evaluate.ts";

/** Whether Lambda may run functions under a role. @throws LocalAwsError "unsupported-policy" */
export const trustsLambda = (trust: PolicyDocument): boolean =>
  evaluate(trust, {
    action: "sts:AssumeRole",
    principal: { Service: "lambda.amazonaws.com" },
    context: {},
    contextPrefixes: [],
  }) === "allow";

export const COGNITO_IDENTITY = "cognito-identity.amazonaws.com";

/** What a Cognito identity token says of its holder. */
export interface WebIdentity {
  aud: string;
  sub: string;
  amr: readonly string[];
  /** Principal tags; any at all require sts:TagSession of the role. */
  tags: Readonly<Record<string, string>>;
}

/**
 * Whether a role lets this identity assume it.
 * @throws LocalAwsError "unsupported-policy"
 */
export function trusts(trust: PolicyDocument, identity: WebIdentity): boolean {
  const tags = Object.entries(identity.tags).map(([name, value]) => [`aws:RequestTag/${name}`, [value]] as const);
  const allows = (action: string) =>
    evaluate(trust, {
      action,
      principal: { Federated: COGNITO_IDENTITY },
      context: {
        [`${COGNITO_IDENTITY}:aud`]: [identity.aud],
        [`${COGNITO_IDENTITY}:sub`]: [identity.sub],
        [`${COGNITO_IDENTITY}:amr`]: identity.amr,
        ...Object.fromEntries(tags),
      },
      contextPrefixes: [
        `${COGNITO_IDENTITY}:aud`,
        `${COGNITO_IDENTITY}:sub`,
        `${COGNITO_IDENTITY}:amr`,
        "aws:RequestTag/",
      ],
    }) === "allow";
  return allows("sts:AssumeRoleWithWebIdentity") && (tags.length === 0 || allows("sts:TagSession"));
}
