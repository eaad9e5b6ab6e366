import { afterAll, beforeAll, expect, test } from "vitest";
import { startAccounts, type TestAccounts } from "../testing/accounts.ts";

let accounts: TestAccounts;
beforeAll(async () => {
  accounts = await startAccounts();
});
afterAll(() => accounts.close());

const page = async (path: string) => (await fetch(`${accounts.localAws.url}/_local/${path}`)).text();

test("the inbox is a page too, newest first, in which an address is text and nothing else", async () => {
  expect(await page("inbox.html")).toContain("Nothing yet");
  await accounts.signUp("first@example.org");
  await accounts.signUp("<img/src=x>@example.org");
  const html = await page("");
  expect(html).not.toContain("<img");
  expect(html.indexOf("&#60;img/src=x&#62;@example.org")).toBeGreaterThan(0);
  expect(html.indexOf("first@example.org")).toBeGreaterThan(html.indexOf("&#60;img"));
  expect(html).toContain(await accounts.codeTo("first@example.org"));
  expect(await page("inbox.html")).toBe(html);
});
