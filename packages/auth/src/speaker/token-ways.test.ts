import { afterEach, beforeEach, expect, it } from "vitest";
import { createBrowser } from "../../testing/browser.ts";
import { ADA, startSpeakerTabs } from "../../testing/speaker-tabs.ts";

let tabs: Awaited<ReturnType<typeof startSpeakerTabs>>;
beforeEach(async () => {
  tabs = await startSpeakerTabs();
});
afterEach(() => tabs.close());

/** Everything a signed-in speaker's page asks of Cognito, with what it is answered with. */
async function live(): Promise<Record<"id" | "access" | "refresh", string[]>> {
  const { cognito } = tabs;
  cognito.answers.GetId = () => ({ body: { IdentityId: "us-east-1:identity" } });
  cognito.answers.GetCredentialsForIdentity = () => ({
    body: {
      IdentityId: "us-east-1:identity",
      Credentials: { AccessKeyId: "A", SecretKey: "s", SessionToken: "t", Expiration: cognito.now / 1000 + 3600 },
    },
  });
  cognito.answers.GetUser = () => ({ body: { UserAttributes: [] } });
  cognito.answers.AssociateSoftwareToken = () => ({ body: { SecretCode: "ABCDEFGH" } });
  const given: Record<"id" | "access" | "refresh", string[]> = { id: [], access: [], refresh: ["refresh-token-1"] };
  const { tokens } = cognito;
  cognito.tokens = (...who) => {
    const made = tokens(...who);
    given.id.push(made.IdToken);
    given.access.push(made.AccessToken);
    return made;
  };
  const tab = await tabs.signedIn(createBrowser());
  await tab.credentials();
  await tab.accessToken("fresh");
  await tab.credentials("fresh");
  const { account } = tab;
  await account.read();
  await account.rename("Ada");
  await account.changeEmail("ada@example.com");
  await account.confirmEmail("123456");
  await account.changePassword({ previous: ADA.password, next: "battery staple" });
  await account.beginAuthenticator();
  await tab.signOut();
  return given;
}

it("no token or password is in an address, and each token goes to nobody but who it is for", async () => {
  const given = await live();
  const { received } = tabs.cognito;
  expect(given.id.length).toBeGreaterThan(1);
  for (const { url, headers } of received) {
    expect(url).toBe("/");
    for (const token of Object.values(given).flat()) expect(JSON.stringify(headers)).not.toContain(token);
  }
  const askedWith = (tokens: string[]) => [
    ...new Set(
      received
        .filter(({ body }) => tokens.some((token) => body.includes(token)))
        .map(({ headers }) => String(headers["x-amz-target"]).split(".")[0]),
    ),
  ];
  expect(askedWith(given.id)).toEqual(["AWSCognitoIdentityService"]);
  expect(askedWith(given.access)).toEqual(["AWSCognitoIdentityProviderService"]);
  expect(askedWith(given.refresh)).toEqual(["AWSCognitoIdentityProviderService"]);
});

it("what Cognito refuses is told without tokens, passwords or codes", async () => {
  const { cognito } = tabs;
  const tab = await tabs.signedIn();
  const accessToken = await tab.accessToken();
  for (const operation of ["UpdateUserAttributes", "VerifyUserAttribute", "ChangePassword", "SetUserMFAPreference"]) {
    // As Cognito words a violation: with the value.
    cognito.answers[operation] = ({ body }) =>
      cognito.refuse("InvalidParameterException", `1 validation error detected: Value ${body}`)();
  }
  const { account } = tab;
  const refused = [
    account.confirmEmail("987654"),
    account.changePassword({ previous: ADA.password, next: "battery staple" }),
    account.changePhone("+4917012345678"),
    account.setTextMessages(true),
  ];
  for (const outcome of await Promise.allSettled(refused)) {
    expect(outcome.status).toBe("rejected");
    const { message, stack } = (outcome as PromiseRejectedResult).reason;
    for (const secret of [accessToken, ADA.password, "battery staple", "987654"]) {
      expect(`${message} ${stack}`).not.toContain(secret);
    }
  }
});
