import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { everything } from "../testing/templates.ts";
import { readEnvironmentName, readSettings } from "./read-settings.ts";

const root = mkdtempSync(join(tmpdir(), "lectern-settings-"));
afterAll(() => rmSync(root, { recursive: true }));

function settingsOf(text: string) {
  mkdirSync(join(root, "environments"), { recursive: true });
  writeFileSync(join(root, "environments", "prod.json"), text);
  return readSettings(root, "prod");
}

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
])("says what is wrong with %s", (text, says) => {
  expect(() => settingsOf(text)).toThrow(says);
});

it.each(["Prod", "a-b", "", "seventeenletters1", undefined])("refuses %s as an environment's name", (name) => {
  expect(() => readEnvironmentName(name)).toThrow(expect.objectContaining({ code: "bad-option" }));
});
