import type { OpenIdTokens } from "../cognito-identity/open-id-token.ts";
import { AwsError } from "../http/service.ts";
import { modelName, oneValidationError, violation } from "../http/validation.ts";
import type { CredentialStore } from "../iam/credential-store.ts";
import type { RoleStore } from "../iam/roles.ts";
import { type NamedRole, roleSession } from "../iam/roles.ts";
import { COGNITO_IDENTITY, trusts, type WebIdentity } from "../iam/trust.ts";
import { readSessionPolicy } from "./session-policy.ts";

const DEFAULT_SECONDS = 3600;
const SHORTEST_SECONDS = 900;
const LONGEST_SECONDS = 43_200;

const violated = (name: string, constraint: string, value?: string) =>
  new AwsError("ValidationError", oneValidationError(violation(modelName(name), constraint, value)));

function required(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (!value) throw violated(name, "Member must not be null", "null");
  return value;
}

function readDuration(form: URLSearchParams): number {
  const text = form.get("DurationSeconds") ?? String(DEFAULT_SECONDS);
  const seconds = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  const outside = (bound: string) => violated("DurationSeconds", `Member must have value ${bound}`, `'${text}'`);
  if (!(seconds >= SHORTEST_SECONDS)) throw outside(`greater than or equal to ${SHORTEST_SECONDS}`);
  if (seconds > LONGEST_SECONDS) throw outside(`less than or equal to ${LONGEST_SECONDS}`);
  return seconds;
}

function checkRole(role: NamedRole | undefined, identity: WebIdentity, seconds: number): NamedRole {
  // A role that does not exist is refused in the same words: the answer must not tell which roles there are.
  if (role === undefined || !trusts(role.trust, identity)) {
    throw new AwsError("AccessDenied", "Not authorized to perform sts:AssumeRoleWithWebIdentity", 403);
  }
  if (seconds > role.maxSessionSeconds) {
    throw new AwsError(
      "ValidationError",
      "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
    );
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
  const roleArn = required(form, "RoleArn");
  const sessionName = required(form, "RoleSessionName");
  const token = required(form, "WebIdentityToken");
  const seconds = readDuration(form);
  if (!/^[\w+=,.@-]{2,64}$/.test(sessionName)) {
    const constraint = "Member must satisfy regular expression pattern: [\\w+=,.@-]*";
    throw violated("RoleSessionName", constraint, `'${sessionName}'`);
  }
  const policy = form.get("Policy");
  const sessionPolicy = policy === null ? undefined : readSessionPolicy(policy);

  const identity = await openIdTokens.read(token);
  const role = checkRole(roles.find(roleArn), identity, seconds);
  const principal = roleSession(role, account, sessionName, identity.tags);
  const issued = credentials.issue(
    sessionPolicy === undefined ? principal : { ...principal, sessionPolicy },
    seconds * 1000,
  );
  return {
    Audience: identity.aud,
    AssumedRoleUser: { AssumedRoleId: `${role.id}:${sessionName}`, Arn: principal.arn },
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
