import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { everything } from "../testing/templates.ts";
import { readEnvironmentName, readSettings } from "./read-settings.ts";
import { sesIdentityOf } from "./settings.ts";

const root = mkdtempSync(join(tmpdir(), "lectern-settings-"));
afterAll(() => rmSync(root, { recursive: true }));

function settingsOf(text: string) {
  mkdirSync(join(root, "environments"), { recursive: true });
  writeFileSync(join(root, "environments", "prod.json"), text);
  return readSettings(root, "prod");
}

/** The settings' managed login, with this of its provider. */
const providing = (change: { allow?: readonly string[] | undefined; name?: string }) => ({
  ...everything.managedLogin,
  providers: everything.managedLogin.providers.map((provider) => ({ ...provider, ...change })),
});
const twice = [...everything.managedLogin.providers, ...providing({ name: "EXAMPLE" }).providers];

it("has defaults without a file", () => {
  expect(readSettings(root, "none")).toEqual({ signUp: "closed", passwordLength: 12 });
});

it("accepts every setting", () => {
  expect(settingsOf(JSON.stringify(everything))).toEqual(everything);
});

it.each([
  ["{ signUp: open }", /not JSON/],
  ['{ "signUp": "always" }', /signUp/],
  ['{ "sginUp": "open" }', /sginUp/],
  [
    '{ "domain": { "speaker": "https://speak.example.org", "listener": "listen.example.org" } }',
    /domain.speaker.*host name/,
  ],
  [JSON.stringify({ managedLogin: everything.managedLogin }), /managedLogin needs domain/],
  [
    JSON.stringify({ ...everything, managedLogin: providing({ allow: undefined }), signUp: "closed" }),
    /everybody whom Example signs/,
  ],
  [
    JSON.stringify({ ...everything, managedLogin: providing({ allow: ["example.org"] }) }),
    /a domain like @example.org/,
  ],
  [
    JSON.stringify({
      ...everything,
      managedLogin: providing({ allow: Array.from({ length: 200 }, (_, at) => `person-${at}@example.org`) }),
    }),
    /do not fit into a function's environment/,
  ],
  ...["Google", "facebook", "COGNITO"].map((name): [string, RegExp] => [
    JSON.stringify({ ...everything, managedLogin: providing({ name }) }),
    /Cognito keeps this name/,
  ]),
  ...["My_IdP", "Id", "Ünïvërsity"].map((name): [string, RegExp] => [
    JSON.stringify({ ...everything, managedLogin: providing({ name }) }),
    /3 to 32 letters, digits and hyphens/,
  ]),
  [
    JSON.stringify({ ...everything, managedLogin: { ...everything.managedLogin, providers: twice } }),
    /two have the same name/,
  ],
  [JSON.stringify({ sms: { monthlyUsd: 20 } }), /sms needs alarmEmail/],
  [JSON.stringify({ email: { from: "a@example.org", fromName: "Talks <b@example.org>" } }), /email.fromName.*a name/],
  [JSON.stringify({ email: { from: "a@example.org", fromName: "Talks\r\nBcc: all" } }), /email.fromName.*a name/],
  [JSON.stringify({ monthlyBudgetUsd: 50 }), /monthlyBudgetUsd needs alarmEmail/],
  ...["my-cognito", "aws-talks", "theamazon"].map((domainPrefix): [string, RegExp] => [
    JSON.stringify({ ...everything, managedLogin: { ...everything.managedLogin, domainPrefix } }),
    /managedLogin.domainPrefix.*Cognito refuses/,
  ]),
  [
    JSON.stringify({ email: { from: "talks@example.org", identity: "example.com" } }),
    /cannot send as talks@example.org/,
  ],
  [JSON.stringify({ domain: { speaker: "talk.example.org", listener: "talk.example.org" } }), /a host name of its own/],
  [
    JSON.stringify({ domain: { ...everything.domain, hostedZone: { id: "Z0123456789", name: "example.com" } } }),
    /must be in example.com/,
  ],
])("says what is wrong with %s", (text, says) => {
  expect(() => settingsOf(text)).toThrow(says);
});

it.each(["Prod", "a-b", "", "seventeenletters1", undefined])("refuses %s as an environment's name", (name) => {
  expect(() => readEnvironmentName(name)).toThrow(expect.objectContaining({ code: "bad-option" }));
});

it("names the SES identity: the address's domain, a domain above it, or the address", () => {
  const identityOf = (identity?: string) => {
    const { email } = settingsOf(JSON.stringify({ email: { from: "Talks@mail.Example.org", identity } }));
    return email && sesIdentityOf(email);
  };
  expect(identityOf()).toBe("mail.example.org");
  expect(identityOf("example.org")).toBe("example.org");
  expect(identityOf("Talks@mail.Example.org")).toBe("Talks@mail.Example.org");
});
