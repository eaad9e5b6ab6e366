// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import { type LocalAws, startLocalAws } from "@lectern/local-aws";
import { afterAll, beforeAll, expect, it } from "vitest";
import { parseConfiguration } from "./configuration/index.ts";
import { createGuestCredentials } from "./guest/index.ts";
import { createSpeakerAuth } from "./speaker/index.ts";

const ADA = { email: "ada@example.org", password: "Correct-Horse-1" };

let aws: LocalAws;
beforeAll(async () => {
  aws = await startLocalAws({ port: 0, turn: "off" });
  await aws.createUser(ADA);
});
afterAll(() => aws.close());

it("a guest needs nothing but a browser, cross-origin", async () => {
  const parsed = parseConfiguration(aws.env, "listener");
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  expect((await createGuestCredentials(parsed.configuration)()).accessKeyId).toMatch(/^ASIA/);
  expect(localStorage.getItem("lectern.guest-identity")).toContain("us-east-1:");
});

it("a speaker needs nothing but a browser, and finds the session again in it", async () => {
  const parsed = parseConfiguration({ ...aws.env, VITE_ENCRYPTION_KEY: "k".repeat(32) }, "speaker");
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const page = createSpeakerAuth(parsed.configuration);
  await page.signIn(ADA);
  const token = await page.accessToken();
  page.close();
  const kept = localStorage.getItem(`lectern.session.${parsed.configuration.clientId}`);
  expect(kept).toContain("nonce");
  for (const part of token.split(".")) expect(kept).not.toContain(part);
  const reloaded = createSpeakerAuth(parsed.configuration);
  expect(await reloaded.accessToken()).toBe(token);
  expect((await reloaded.credentials()).accessKeyId).toMatch(/^ASIA/);
  reloaded.close();
});
