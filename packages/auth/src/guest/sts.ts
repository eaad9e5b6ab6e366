import * as v from "valibot";
import { post, type Refusal, refuse, retryableCode } from "../aws-post.ts";
import type { AwsCredentials } from "../credentials.ts";
import type { AuthErrorCode } from "../errors.ts";
import { parseAnswer } from "../parse-answer.ts";

/** Asked for explicitly, so that they can be renewed in time by a stopwatch alone. It is also the guest role's maximum. */
export const GUEST_CREDENTIALS_SECONDS = 3600;

const credentialsSchema = v.object({
  accessKeyId: v.pipe(v.string(), v.regex(/^\w{16,128}$/)),
  secretAccessKey: v.pipe(v.string(), v.regex(/^[\w/+=]+$/)),
  sessionToken: v.pipe(v.string(), v.regex(/^[\w/+=.-]+$/)),
  expiration: v.pipe(v.string(), v.isoTimestamp(), v.toDate()),
});

/**
 * `AssumeRoleWithWebIdentity`, unsigned, query protocol; source: reference/aws.md §4. A form post
 * without custom headers, so that browsers send no preflight.
 */
export async function assumeGuestRole(
  url: string,
  send: typeof fetch,
  roleArn: string,
  webIdentityToken: string,
): Promise<AwsCredentials> {
  const form = new URLSearchParams({
    Action: "AssumeRoleWithWebIdentity",
    Version: "2011-06-15",
    RoleArn: roleArn,
    RoleSessionName: "lectern-listener",
    WebIdentityToken: webIdentityToken,
    DurationSeconds: String(GUEST_CREDENTIALS_SECONDS),
  });
  const { ok, status, text } = await post(send, url, {}, form);
  if (!ok) {
    const refusal = { type: only(text, "Code") ?? "", message: only(text, "Message") ?? "", status };
    throw refuse(codeOf(refusal), "AssumeRoleWithWebIdentity", refusal);
  }
  const credentials = only(text, "Credentials") ?? "";
  const answer = {
    accessKeyId: only(credentials, "AccessKeyId"),
    secretAccessKey: only(credentials, "SecretAccessKey"),
    sessionToken: only(credentials, "SessionToken"),
    expiration: only(credentials, "Expiration"),
  };
  return parseAnswer(credentialsSchema, answer, "STS");
}

function codeOf(refusal: Refusal): AuthErrorCode {
  switch (refusal.type) {
    case "AccessDenied":
    case "AccessDeniedException":
    case "ValidationError":
    case "InvalidIdentityToken":
    case "IDPRejectedClaim":
    case "RegionDisabledException":
      return "guest-role-refused";
    default:
      // Including ExpiredTokenException and IDPCommunicationError: each attempt begins with a fresh token.
      return retryableCode(refusal) ?? "unavailable";
  }
}

/**
 * The text of an element that occurs exactly once; credentials hold nothing that XML escapes. A regular expression would
 * need quadratic time for many start tags without an end tag. For `DOMParser`, see decision 14.
 */
function only(xml: string, name: string): string | undefined {
  const [, content, ...others] = xml.split(`<${name}>`);
  const end = content?.indexOf(`</${name}>`) ?? -1;
  return end >= 0 && others.length === 0 ? content?.slice(0, end).trim() : undefined;
}
