import * as v from "valibot";
import type { OpenIdTokens } from "../cognito-identity/open-id-token.ts";
import { integer, listOf, readInput, text } from "../http/model.ts";
import { AwsError } from "../http/service.ts";
import type { CredentialStore } from "../iam/credential-store.ts";
import type { RoleStore } from "../iam/roles.ts";
import { type NamedRole, roleSession } from "../iam/roles.ts";
import { COGNITO_IDENTITY, trusts, type WebIdentity } from "../iam/trust.ts";
import { managedPolicy } from "./managed-policies.ts";
import { readSessionPolicy } from "./session-policy.ts";

const validationError = (message: string) => new AwsError("ValidationError", message);

/** What XML may hold. */
const arnPattern = "[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u0085\\u00A0-\\uD7FF\\uE000-\\uFFFD\\u10000-\\u10FFFF]+";
const arn = text({ min: 20, max: 2048, pattern: arnPattern });
/** @see https://github.com/boto/botocore botocore/data/sts/2011-06-15/service-2.json */
const schema = v.object({
  RoleArn: arn,
  RoleSessionName: text({ min: 2, max: 64, pattern: "[\\w+=,.@-]*" }),
  WebIdentityToken: text({ min: 4, max: 20_000, secret: true }),
  ProviderId: v.optional(text({ min: 4, max: 2048 })),
  PolicyArns: v.optional(listOf(v.object({ Arn: v.optional(arn) }), { max: 10 }), []),
  Policy: v.optional(text({ min: 1, max: 2048, pattern: "[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+" })),
  DurationSeconds: v.optional(integer({ min: 900, max: 43_200 }), 3600),
});

/** The query protocol numbers the members of lists: `PolicyArns.member.1.arn`. */
function membersOf(form: URLSearchParams): Record<string, unknown> {
  const PolicyArns = [...form].flatMap(([name, value]) =>
    /^PolicyArns\.member\.\d+\.arn$/.test(name) ? [{ Arn: value }] : [],
  );
  const seconds = form.get("DurationSeconds");
  return {
    ...Object.fromEntries(form),
    PolicyArns,
    // What is no number is under the least.
    DurationSeconds: seconds === null ? undefined : /^\d+$/.test(seconds) ? Number(seconds) : 0,
  };
}

function checkRole(role: NamedRole | undefined, identity: WebIdentity, seconds: number): NamedRole {
  // A role that does not exist is refused in the same words: the answer must not tell which roles there are.
  if (role === undefined || !trusts(role.trust, identity)) {
    throw new AwsError("AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity", 403);
  }
  if (seconds > role.maxSessionSeconds) {
    throw validationError("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
  }
  return role;
}

export interface AssumeRoleSources {
  account: string;
  openIdTokens: OpenIdTokens;
  roles: RoleStore;
  credentials: CredentialStore;
}

/** @throws AwsError ValidationError, InvalidIdentityToken, ExpiredTokenException, AccessDenied, MalformedPolicyDocument */
export async function assumeRoleWithWebIdentity(
  { account, openIdTokens, roles, credentials }: AssumeRoleSources,
  form: URLSearchParams,
) {
  const input = readInput(schema, membersOf(form), validationError);
  if (input.ProviderId !== undefined) {
    throw validationError("ProviderId must not be specified for an OpenID Connect ID token.");
  }
  const policies = [
    ...input.PolicyArns.map(({ Arn = "" }) => managedPolicy(Arn)),
    ...(input.Policy === undefined ? [] : [readSessionPolicy(input.Policy)]),
  ];

  const identity = await openIdTokens.read(input.WebIdentityToken);
  const role = checkRole(roles.find(input.RoleArn), identity, input.DurationSeconds);
  const principal = roleSession(role, account, input.RoleSessionName, identity.tags);
  // Together they are one session policy: what any of them allows and none denies.
  const sessionPolicy = policies.length > 0 && {
    Version: "2012-10-17" as const,
    Statement: policies.flatMap(({ Statement }) => Statement),
  };
  const issued = credentials.issue(
    sessionPolicy ? { ...principal, sessionPolicy } : principal,
    input.DurationSeconds * 1000,
  );
  return {
    Audience: identity.aud,
    AssumedRoleUser: { AssumedRoleId: `${role.id}:${input.RoleSessionName}`, Arn: principal.arn },
    Provider: COGNITO_IDENTITY,
    Credentials: {
      AccessKeyId: issued.accessKeyId,
      SecretAccessKey: issued.secretAccessKey,
      SessionToken: issued.sessionToken,
      Expiration: new Date(issued.expiresAt).toISOString().replace(/\.\d{3}/, ""),
    },
    SubjectFromWebIdentityToken: identity.sub,
  };
}
