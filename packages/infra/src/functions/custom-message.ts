import { CognitoIdentityProviderClient, ForgotPasswordCommand } from "@aws-sdk/client-cognito-identity-provider";
import { createCustomMessage } from "@lectern/session-api/custom-message";
import * as v from "valibot";

/** Cognito waits five seconds for the trigger, and then refuses the change. */
const requestHandler = { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true };
const client = new CognitoIdentityProviderClient({ maxAttempts: 1, requestHandler });

/** The User Pool's trigger, where it sends mail by an SES identity. */
export const handler = createCustomMessage(
  v.parse(v.pipe(v.string(), v.nonEmpty()), process.env.LECTERN_WARNING_WORD),
  (request) => client.send(new ForgotPasswordCommand(request)),
);
