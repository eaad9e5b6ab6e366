import type { CustomMessageTriggerEvent } from "aws-lambda";
import { afterEach, expect, test, vi } from "vitest";
import { createCustomMessage } from "./custom-message.ts";

afterEach(() => vi.restoreAllMocks());

const event = (triggerSource: CustomMessageTriggerEvent["triggerSource"], clientMetadata?: Record<string, string>) =>
  ({
    version: "1",
    region: "us-east-1",
    userPoolId: "us-east-1_Pool",
    triggerSource,
    userName: "a-random-username",
    callerContext: { awsSdkVersion: "unknown", clientId: "client" },
    request: {
      userAttributes: { email: "ada@example.org" },
      codeParameter: "{####}",
      linkParameter: "{##Click Here##}",
      usernameParameter: null,
      ...(clientMetadata && { clientMetadata }),
    },
    response: { smsMessage: null, emailMessage: null, emailSubject: null },
  }) as CustomMessageTriggerEvent;

test("whoever asks for another address has a code sent to the old one, with words that say why", async () => {
  const requestCode = vi.fn(async (_request: { ClientMetadata: Record<string, string> }) => undefined);
  const customMessage = createCustomMessage("word", requestCode);
  const asked = event("CustomMessage_UpdateUserAttribute");
  // The mail to the new address is as Cognito words it.
  expect((await customMessage(asked)).response).toEqual(asked.response);
  expect(requestCode.mock.calls).toEqual([
    [{ ClientId: "client", Username: "a-random-username", ClientMetadata: { word: "word" } }],
  ]);
  const metadata = requestCode.mock.calls[0]?.[0].ClientMetadata;
  const { response } = await customMessage(event("CustomMessage_ForgotPassword", metadata));
  expect(response.emailMessage).toMatch(/another e-mail address.*\{####\}/);
  expect(requestCode).toHaveBeenCalledOnce();
});

test("nobody who asks for a code can have those words sent", async () => {
  const customMessage = createCustomMessage("word", async () => undefined);
  for (const metadata of [{ word: "another" }, { word: "" }, { reason: "other-address" }, {}]) {
    const asked = event("CustomMessage_ForgotPassword", metadata);
    expect((await customMessage(asked)).response.emailMessage).toBeNull();
  }
});

test.each([
  "CustomMessage_SignUp",
  "CustomMessage_AdminCreateUser",
  "CustomMessage_ResendCode",
  "CustomMessage_ForgotPassword",
  "CustomMessage_VerifyUserAttribute",
  "CustomMessage_Authentication",
] as const)("leaves a message of %s as it is, and sends no other", async (source) => {
  const requestCode = vi.fn(async () => undefined);
  const given = event(source);
  expect(await createCustomMessage("word", requestCode)(given)).toEqual(event(source));
  expect(requestCode).not.toHaveBeenCalled();
});

test("an address is changed all the same where the old one cannot be told, and no address is printed", async () => {
  const printed = vi.spyOn(console, "error").mockImplementation(() => {});
  const customMessage = createCustomMessage("word", async () => {
    throw Object.assign(new Error("no mail to ada@example.org"), { name: "CodeDeliveryFailureException" });
  });
  const asked = event("CustomMessage_UpdateUserAttribute");
  expect(await customMessage(asked)).toBe(asked);
  expect(printed.mock.calls).toEqual([
    ['{"level":"warn","event":"old-address-not-told","name":"CodeDeliveryFailureException"}'],
  ]);
});
