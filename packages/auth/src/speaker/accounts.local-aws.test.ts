import { type LocalAws, startLocalAws } from "@lectern/local-aws";
import { HOUR_MS } from "@lectern/primitives";
import { generateSync } from "otplib";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createBrowser } from "../../testing/browser.ts";
import { parseConfiguration } from "../configuration/index.ts";
import { createSpeakerAuth, type SpeakerAuth, type SpeakerAuthEnvironment } from "./index.ts";

const PASSWORD = "Correct-Horse-1";
const OTHER_PASSWORD = "Battery-Staple-2";

let aws: LocalAws;
let number = 0;
const open: SpeakerAuth[] = [];
beforeAll(async () => {
  aws = await startLocalAws({ port: 0, turn: "off" });
});
afterEach(async () => {
  for (const tab of open.splice(0)) tab.close();
  await control("settings", { selfSignUp: true, secondFactor: "optional", sms: false, requiredAttributes: [] });
});
afterAll(() => aws.close());

const newEmail = () => `person-${++number}@example.org`;
const control = (path: string, body: object) =>
  fetch(`${aws.url}/_local/${path}`, { method: "POST", body: JSON.stringify(body) });

async function codesTo(address: string): Promise<string[]> {
  const messages: { to: string; code: string }[] = await (await fetch(`${aws.url}/_local/inbox`)).json();
  return messages.filter(({ to }) => to === address).map(({ code }) => code);
}
const codeTo = async (address: string) => (await codesTo(address))[0] ?? "";

function openTab(browser: SpeakerAuthEnvironment = createBrowser()): SpeakerAuth {
  const parsed = parseConfiguration({ ...aws.env, VITE_ENCRYPTION_KEY: "k".repeat(32) }, "speaker");
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const tab = createSpeakerAuth(parsed.configuration, { now: () => aws.clock.now(), random: () => 0, ...browser });
  open.push(tab);
  return tab;
}

async function signedIn(email = newEmail()) {
  await aws.createUser({ email, password: PASSWORD });
  const tab = openTab();
  await tab.signIn({ email, password: PASSWORD });
  return { tab, email };
}

/** What an authenticator app shows. */
const totp = (key: string) => generateSync({ secret: key, epoch: Math.floor(aws.clock.now() / 1000) });

describe("signing up", () => {
  it("leads over the mailed code to a session", async () => {
    const tab = openTab();
    const email = newEmail();
    expect(await tab.signUp({ email: ` ${email.toUpperCase()} `, password: PASSWORD })).toEqual({
      next: "confirm-sign-up",
      email,
    });
    const code = await codeTo(email);
    await expect(tab.confirmSignUp(code === "000000" ? "111111" : "000000")).rejects.toMatchObject({
      code: "wrong-code",
    });
    expect(await tab.confirmSignUp(code)).toEqual({ next: "signed-in" });
    expect(tab.getState()).toMatchObject({ email });
  });

  it("at a domain with an umlaut sends to it in ASCII, and takes the code in any script's digits", async () => {
    const tab = openTab();
    const email = `person-${++number}@müller.example`;
    const mailed = email.replace("müller", "xn--mller-kva");
    expect(await tab.signUp({ email, password: PASSWORD })).toEqual({ next: "confirm-sign-up", email });
    const arabic = (await codeTo(mailed)).replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
    expect(await tab.confirmSignUp(`${arabic.slice(0, 3)}-${arabic.slice(3)}`)).toEqual({ next: "signed-in" });
    expect(tab.getState()).toMatchObject({ email });
    expect(await tab.account.read()).toMatchObject({ email });
    expect(await openTab().signIn({ email: mailed, password: PASSWORD })).toEqual({ next: "signed-in" });
  });

  it("is finished after a reload, by signing in or by the code alone", async () => {
    const browser = createBrowser();
    const email = newEmail();
    await openTab(browser).signUp({ email, password: PASSWORD });
    const reloaded = openTab(browser);
    await control("settings", { unconfirmedUsers: "after-password" });
    await expect(reloaded.signIn({ email, password: OTHER_PASSWORD })).rejects.toMatchObject({
      code: "wrong-credentials",
    });
    expect(await reloaded.signIn({ email, password: PASSWORD })).toEqual({ next: "confirm-sign-up", email });
    await reloaded.resendSignUpCode();
    expect(await codesTo(email)).toHaveLength(2);
    const again = openTab(browser);
    expect(await again.confirmSignUp(await codeTo(email))).toEqual({ next: "sign-in", email });
    expect(browser.storage.kept.size).toBe(0);
    expect(await again.signIn({ email, password: PASSWORD })).toEqual({ next: "signed-in" });
  });

  it("asks for the password again after the code, where Cognito let a wrong one pass that far", async () => {
    const browser = createBrowser();
    const email = newEmail();
    await openTab(browser).signUp({ email, password: PASSWORD });
    await control("settings", { unconfirmedUsers: "told" });
    const tab = openTab(browser);
    expect(await tab.signIn({ email, password: OTHER_PASSWORD })).toEqual({ next: "confirm-sign-up", email });
    expect(await tab.confirmSignUp(await codeTo(email))).toEqual({ next: "sign-in", email });
    expect(await tab.signIn({ email, password: PASSWORD })).toEqual({ next: "signed-in" });
  });

  it("with an address that has an account tells nobody but its owner", async () => {
    const { email } = await signedIn();
    const tab = openTab();
    expect(await tab.signUp({ email, password: PASSWORD })).toEqual({ next: "confirm-sign-up", email });
    await expect(tab.confirmSignUp(await codeTo(email))).rejects.toMatchObject({ code: "email-taken" });
    expect(await tab.signIn({ email, password: PASSWORD })).toEqual({ next: "signed-in" });
  });

  it("is refused by a pool that is closed, and with a password that is too weak", async () => {
    const tab = openTab();
    await expect(tab.signUp({ email: newEmail(), password: "short" })).rejects.toMatchObject({
      code: "password-policy",
    });
    await expect(tab.signUp({ email: "no address", password: PASSWORD })).rejects.toMatchObject({
      code: "email-refused",
    });
    await control("settings", { selfSignUp: false });
    await expect(tab.signUp({ email: newEmail(), password: PASSWORD })).rejects.toMatchObject({
      code: "sign-up-closed",
    });
  });
});

describe("a forgotten password", () => {
  it("is replaced by the mailed code, and the new one signs in", async () => {
    const { email } = await signedIn();
    const tab = openTab();
    expect(await tab.forgotPassword(email)).toEqual({ next: "reset-password", email });
    const answer = { email, code: await codeTo(email), password: OTHER_PASSWORD };
    await expect(tab.resetPassword({ ...answer, password: "short" })).rejects.toMatchObject({
      code: "password-policy",
    });
    expect(await tab.resetPassword(answer)).toEqual({ next: "signed-in" });
    await expect(tab.resetPassword(answer)).rejects.toMatchObject({ code: "code-expired" });
  });

  it("is answered alike for an account, for none, and for one that has nothing to reset", async () => {
    const tab = openTab();
    const invited = newEmail();
    await control("accounts", { email: invited, invite: { password: PASSWORD } });
    for (const email of [(await signedIn()).email, newEmail(), invited]) {
      expect(await tab.forgotPassword(email)).toEqual({ next: "reset-password", email });
    }
  });

  it("that an administrator reset is led to a code that is still good", async () => {
    const { email } = await signedIn();
    await control("accounts", { email, resetPassword: true });
    aws.clock.advance(HOUR_MS);
    const tab = openTab();
    expect(await tab.signIn({ email, password: PASSWORD })).toEqual({ next: "reset-password", email });
    const code = await codeTo(email);
    expect(await tab.resetPassword({ email, code, password: OTHER_PASSWORD })).toEqual({ next: "signed-in" });
  });

  it("may be asked for five times an hour", async () => {
    const tab = openTab();
    const email = newEmail();
    for (let request = 0; request < 5; request += 1) await tab.forgotPassword(email);
    await expect(tab.forgotPassword(email)).rejects.toMatchObject({ code: "hourly-limit" });
  });
});

describe("a second factor", () => {
  it("is set up, asked for, and turned off", async () => {
    const { tab, email } = await signedIn();
    const { key, uri } = await tab.account.beginAuthenticator();
    expect(uri).toContain(`secret=${key}`);
    await expect(tab.account.confirmAuthenticator("abc")).rejects.toMatchObject({ code: "wrong-code" });
    const used = totp(key);
    await tab.account.confirmAuthenticator(used);
    expect(await tab.account.read()).toMatchObject({ factors: ["totp"] });

    const other = openTab();
    expect(await other.signIn({ email, password: PASSWORD })).toEqual({ next: "totp-code" });
    await expect(other.answerCode(used)).rejects.toMatchObject({ code: "code-used" });
    aws.clock.advance(30_000);
    expect(await other.answerCode(totp(key))).toEqual({ next: "signed-in" });
    await other.account.removeAuthenticator();
    expect(await openTab().signIn({ email, password: PASSWORD })).toEqual({ next: "signed-in" });
  });

  it("is set up on the way in where the pool requires one, after the new password and its attributes", async () => {
    await control("settings", { secondFactor: "required", requiredAttributes: ["name"] });
    const email = newEmail();
    await control("accounts", { email, invite: { password: PASSWORD } });
    const tab = openTab();
    expect(await tab.signIn({ email, password: PASSWORD })).toEqual({
      next: "new-password",
      requiredAttributes: ["name"],
    });
    await expect(tab.answerNewPassword(OTHER_PASSWORD, {})).rejects.toMatchObject({ code: "attributes-refused" });
    const step = await tab.answerNewPassword(OTHER_PASSWORD, { name: "Ada" });
    if (step.next !== "set-up-authenticator") throw new Error(step.next);
    await expect(tab.confirmAuthenticator("000000")).rejects.toMatchObject({ code: "wrong-code" });
    expect(await tab.confirmAuthenticator(totp(step.key.key))).toEqual({ next: "signed-in" });
    expect(await tab.account.read()).toMatchObject({ name: "Ada", factors: ["totp"] });
  });

  it("by text message is answered", async () => {
    const { email } = await signedIn();
    const phone = "+15550001111";
    await control("settings", { sms: true });
    await control("accounts", { email, phone, factors: ["SMS_MFA"] });
    const tab = openTab();
    expect(await tab.signIn({ email, password: PASSWORD })).toEqual({ next: "sms-code", sentTo: "+*******1111" });
    expect(await tab.answerCode(await codeTo(phone))).toEqual({ next: "signed-in" });
  });
});

describe("one's account", () => {
  it("has a name, and an e-mail that changes once the new one is proved", async () => {
    const { tab, email } = await signedIn();
    expect(await tab.account.read()).toEqual({ email, name: "", phone: null, factors: [], provider: null });
    for (const unseen of ["", "\u3164\u200b", "\u202e"]) {
      await expect(tab.account.rename(unseen)).rejects.toMatchObject({ code: "attributes-refused" });
    }
    await tab.account.rename(" \u202e Ada ");
    const next = newEmail();
    await tab.account.changeEmail(next);
    expect(await tab.account.read()).toMatchObject({ email, name: "Ada" });
    await tab.account.resendEmailCode();
    await tab.account.confirmEmail(await codeTo(next));
    expect(await tab.account.read()).toMatchObject({ email: next });
    expect(tab.getState()).toMatchObject({ email: next });
  });

  it("has a phone number that counts once its texted code was given, is a second factor, and goes", async () => {
    await control("settings", { sms: true });
    const { tab, email } = await signedIn();
    await expect(tab.account.changePhone("0170 1234567")).rejects.toMatchObject({ code: "phone-refused" });
    await tab.account.changePhone("+1 555 000-2222");
    expect(await tab.account.read()).toMatchObject({ phone: null });
    const first = await codeTo("+15550002222");
    await tab.account.resendPhoneCode();
    const [code = ""] = await codesTo("+15550002222");
    if (code !== first) await expect(tab.account.confirmPhone(first)).rejects.toMatchObject({ code: "wrong-code" });
    await tab.account.confirmPhone(code);
    expect(await tab.account.read()).toMatchObject({ phone: { number: "+15550002222", verified: true }, factors: [] });

    await tab.account.setTextMessages(true);
    expect(await tab.account.read()).toMatchObject({ factors: ["sms"] });
    const { key } = await tab.account.beginAuthenticator();
    await tab.account.confirmAuthenticator(totp(key));
    const other = openTab();
    expect(await other.signIn({ email, password: PASSWORD })).toMatchObject({ next: "choose-factor" });
    expect(await other.chooseFactor("sms")).toEqual({ next: "sms-code", sentTo: "+*******2222" });
    expect(await other.answerCode(await codeTo("+15550002222"))).toEqual({ next: "signed-in" });

    await tab.account.changePhone("+15550003333");
    expect(await tab.account.read()).toMatchObject({ phone: { number: "+15550002222" } });
    await tab.account.confirmPhone(await codeTo("+15550003333"));
    expect(await tab.account.read()).toMatchObject({ phone: { number: "+15550003333", verified: true } });
    await tab.account.removePhone();
    expect(await tab.account.read()).toMatchObject({ phone: null, factors: ["totp"] });
  });

  it("has its password changed by who knows it", async () => {
    const { tab, email } = await signedIn();
    await expect(tab.account.changePassword({ previous: OTHER_PASSWORD, next: OTHER_PASSWORD })).rejects.toMatchObject({
      code: "wrong-password",
    });
    await tab.account.changePassword({ previous: PASSWORD, next: OTHER_PASSWORD });
    expect(await openTab().signIn({ email, password: OTHER_PASSWORD })).toEqual({ next: "signed-in" });
  });

  it("is read with a fresh token when the one held has expired", async () => {
    const { tab, email } = await signedIn();
    aws.clock.advance(HOUR_MS);
    tab.setClockOffset(-HOUR_MS);
    expect(await tab.account.read()).toMatchObject({ email });
  });

  it("is deleted, and every session with it", async () => {
    const { tab, email } = await signedIn();
    const other = openTab();
    await other.signIn({ email, password: PASSWORD });
    await tab.account.remove();
    expect(tab.getState()).toEqual({ status: "signed-out", reason: "signed-out" });
    await expect(other.account.read()).rejects.toMatchObject({ code: "session-expired" });
    await expect(other.signIn({ email, password: PASSWORD })).rejects.toMatchObject({ code: "wrong-credentials" });
  });
});
