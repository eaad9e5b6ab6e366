import type { CustomMessageTriggerEvent } from "aws-lambda";

/** What of ForgotPassword's input is needed here. */
interface CodeRequest {
  ClientId: string;
  Username: string;
  ClientMetadata: Record<string, string>;
}

const SUBJECT = "Another address for your account";
const textWith = (code: string): string =>
  `Somebody who is signed in to your account asked for another e-mail address, or another phone number. If that was you, there is nothing to do. If it was not, set a new password at once, with the code ${code}, and sign out everywhere. If this address does not sign in any more, ask whoever runs this service.`;

/**
 * Cognito's custom message trigger. Cognito tells nobody at the old address that a new one was asked for, so a code for a
 * new password is sent there, which is what can still be sent, with words that say why. It goes to the old address, for the
 * new one counts only once it is verified. Only a pool that sends by its own SES identity lets a trigger choose the words.
 *
 * @param word - stands in the metadata of such a code. Nobody else knows it: anyone may ask for a code, with any metadata
 * @param requestCode - Cognito's ForgotPassword. Where it fails, for somebody of another provider for example, the change goes on
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-message.html
 */
export function createCustomMessage(word: string, requestCode: (request: CodeRequest) => Promise<unknown>) {
  return async (event: CustomMessageTriggerEvent): Promise<CustomMessageTriggerEvent> => {
    if (event.triggerSource === "CustomMessage_UpdateUserAttribute") {
      const { userName: Username, callerContext } = event;
      try {
        await requestCode({ ClientId: callerContext.clientId, Username, ClientMetadata: { word } });
      } catch (error) {
        const name = error instanceof Error ? error.name : "unknown";
        console.error(JSON.stringify({ level: "warn", event: "old-address-not-told", name }));
      }
    }
    const { codeParameter, clientMetadata } = event.request;
    if (event.triggerSource === "CustomMessage_ForgotPassword" && clientMetadata?.word === word) {
      event.response.emailSubject = SUBJECT;
      event.response.emailMessage = textWith(codeParameter);
    }
    return event;
  };
}
