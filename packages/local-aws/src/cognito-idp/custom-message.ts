import { createCustomMessage } from "@lectern/session-api/handlers";
import { REGION } from "../identifiers.ts";
import { attributesOf } from "./attributes.ts";
import { CODE_PARAMETER, type MessageWords } from "./codes.ts";
import type { UserPool } from "./user-pool.ts";
import type { User } from "./users.ts";

type CodeRequest = Parameters<Parameters<typeof createCustomMessage>[1]>[0];
type Source = "CustomMessage_ForgotPassword" | "CustomMessage_UpdateUserAttribute";

/** A deployment has a secret here. */
const WORD = "local-aws";

/**
 * Asks the deployed custom message trigger for words, where there is one.
 * @param requestCode - ForgotPassword, which the trigger may call
 * @returns null: Cognito's own words
 */
export async function customMessage(
  pool: UserPool,
  user: User,
  triggerSource: Source,
  clientMetadata?: Record<string, string>,
  requestCode: (request: CodeRequest) => Promise<unknown> = async () => undefined,
): Promise<MessageWords | null> {
  if (!pool.settings.ses) return null;
  const { response } = await createCustomMessage(
    WORD,
    requestCode,
  )({
    version: "1",
    triggerSource,
    region: REGION,
    userPoolId: pool.userPoolId,
    userName: user.username,
    callerContext: { awsSdkVersion: "local-aws", clientId: pool.clientId },
    request: {
      userAttributes: attributesOf(user),
      codeParameter: CODE_PARAMETER,
      linkParameter: "",
      usernameParameter: null,
      ...(clientMetadata && { clientMetadata }),
    },
    response: { smsMessage: null, emailMessage: null, emailSubject: null },
  });
  const { emailSubject, emailMessage } = response;
  return emailMessage === null ? null : { subject: emailSubject ?? "", text: emailMessage };
}
