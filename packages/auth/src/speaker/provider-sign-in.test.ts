import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createBrowser } from "../../testing/browser.ts";
import { mapStorage } from "../../testing/http-server.ts";
import { ADA, startSpeakerTabs } from "../../testing/speaker-tabs.ts";
import type { SpeakerAuth } from "./index.ts";

const HERE = "https://speak.example/#account";
let tabs: Awaited<ReturnType<typeof startSpeakerTabs>>;
beforeEach(async () => {
  tabs = await startSpeakerTabs();
});
afterEach(() => tabs.close());

/** A tab that stays where it is put, and what it was told to do. */
function openVisitor(browser = { ...createBrowser(), tabStorage: mapStorage() }, at = HERE) {
  const visitor = { href: at, left: "" };
  const tab = tabs.openTab({
    ...browser,
    address: {
      href: () => visitor.href,
      go: (url) => {
        visitor.left = url;
      },
      replace: (url) => {
        visitor.href = url;
      },
    },
  });
  return { tab, visitor, browser };
}

/** Begins in one page's life and comes back in the next, with the given answer to the given state and nonce. */
async function comeBack(change: { state?: string; nonce?: string; answer?: string; persistence?: "tab" } = {}) {
  const first = openVisitor();
  const request = {
    provider: "Google",
    managedLoginUrl: tabs.cognito.url,
    ...(change.persistence && { persistence: change.persistence }),
  };
  await first.tab.signInWithProvider(request);
  const asked = new URL(first.visitor.left).searchParams;
  const { nonce = asked.get("nonce") ?? "", state = asked.get("state") ?? "", answer = "code=the-code" } = change;
  tabs.cognito.exchange = () => {
    const { IdToken, AccessToken } = tabs.cognito.tokens(ADA.email, "sub-of-ada", {
      nonce,
      identities: [{ providerName: "Google" }],
    });
    return { body: { id_token: IdToken, access_token: AccessToken, refresh_token: "refresh-token-1" } };
  };
  const back = `https://speak.example/?${answer}&state=${state}`;
  return { asked, ...openVisitor(first.browser, back), again: () => openVisitor(first.browser, back) };
}

describe("another provider", () => {
  it("is asked with PKCE, state and nonce, and leads to a session and back to the address from before", async () => {
    const { asked, tab, visitor, browser } = await comeBack();
    expect(Object.fromEntries(asked)).toMatchObject({
      response_type: "code",
      redirect_uri: "https://speak.example/",
      code_challenge_method: "S256",
      identity_provider: "Google",
    });
    await tab.completeProviderSignIn();
    await tab.start();
    expect(tab.getState()).toMatchObject({ status: "signed-in", email: ADA.email });
    expect(visitor.href).toBe(HERE);
    const form = new URLSearchParams(tabs.cognito.received.at(-1)?.body);
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(form.get("code_verifier") ?? ""));
    expect(Buffer.from(digest).toString("base64url")).toBe(asked.get("code_challenge"));
    expect((await tabs.openStarted(browser)).getState().status).toBe("signed-in");
  });

  it("may be for this tab only", async () => {
    const { tab, browser } = await comeBack({ persistence: "tab" });
    await tab.completeProviderSignIn();
    await tab.start();
    expect(browser.storage.kept.size).toBe(0);
    expect(tab.getState().status).toBe("signed-in");
  });

  it("leads to a session where the browser keeps no key for the disk", async () => {
    const { browser, visitor } = await comeBack();
    const indexedDB = new IDBFactory();
    indexedDB.open = () => {
      throw new DOMException("Forbidden.", "SecurityError");
    };
    const { tab } = openVisitor({ ...browser, indexedDB }, visitor.href);
    await tab.completeProviderSignIn();
    await tab.start();
    expect(tab.getState()).toMatchObject({ status: "signed-in", email: ADA.email });
  });

  it.each([
    ["another state", { state: "forged" }, "provider-answer-unknown"],
    ["another nonce", { nonce: "forged" }, "provider-answer-unknown"],
    ["a refusal", { answer: "error=access_denied" }, "provider-refused"],
    [
      "a refusal by the pool's own trigger",
      { answer: "error=invalid_request&error_description=PreSignUp+failed+with+error+not+invited." },
      "sign-up-closed",
    ],
  ])("signs nobody in with %s, and leaves nothing in the address", async (_what, change, code) => {
    const { tab, visitor } = await comeBack(change);
    await expect(tab.completeProviderSignIn()).rejects.toMatchObject({ code });
    await tab.start();
    expect(tab.getState()).toEqual({ status: "signed-out" });
    expect(visitor.href).not.toContain("state=");
  });

  it.each([
    ["a refusal without a state", "error=access_denied&error_description=User+cancelled", "provider-refused"],
    [
      "a refusal of nobody's request",
      "error=invalid_request&error_description=x&state=forged",
      "provider-answer-unknown",
    ],
    ["a code without a state", "code=stolen", "provider-answer-unknown"],
  ])("says so of %s, and leaves nothing of it in the address", async (_what, answer, code) => {
    const { tab, visitor } = openVisitor(undefined, `https://speak.example/?${answer}`);
    await expect(tab.completeProviderSignIn()).rejects.toMatchObject({ code });
    await tab.start();
    expect(tab.getState()).toEqual({ status: "signed-out" });
    expect(visitor.href).toBe("https://speak.example/");
  });

  it("repeats no text that anybody may have put into the address", async () => {
    const { tab } = openVisitor(undefined, "https://speak.example/?error=Call+0800+1234+to+sign+in");
    const refusal = await tab.completeProviderSignIn().catch((error: unknown) => error);
    expect(String(refusal)).not.toContain("0800");
  });

  it("cannot give the same answer twice", async () => {
    const { tab, again } = await comeBack();
    await tab.completeProviderSignIn();
    await expect(again().tab.completeProviderSignIn()).rejects.toMatchObject({ code: "provider-answer-unknown" });
  });

  it("rejects when its code is refused, and when the page cannot keep what was begun", async () => {
    const { tab } = await comeBack();
    tabs.cognito.exchange = () => ({ status: 400, body: { error: "invalid_grant" } });
    await expect(tab.completeProviderSignIn()).rejects.toMatchObject({ code: "provider-refused" });
    const full = {
      ...mapStorage(),
      setItem: () => {
        throw new DOMException("Full.", "QuotaExceededError");
      },
    };
    const { tab: other } = openVisitor({ ...createBrowser(), tabStorage: full });
    const leaving = other.signInWithProvider({ provider: "Google", managedLoginUrl: tabs.cognito.url });
    await expect(leaving).rejects.toMatchObject({ code: "storage-needed" });
  });

  it("is signed out of as well, so that the next person is asked who they are", async () => {
    const ways = [
      (tab: SpeakerAuth) => tab.signOut(tabs.cognito.url),
      (tab: SpeakerAuth) => tab.signOutEverywhere(tabs.cognito.url),
      (tab: SpeakerAuth) => tab.account.remove(tabs.cognito.url),
    ];
    for (const leave of ways) {
      const { asked, tab, visitor } = await comeBack();
      await tab.completeProviderSignIn();
      await leave(tab);
      expect(tab.getState().status).toBe("signed-out");
      const left = new URL(visitor.left);
      expect(left.origin + left.pathname).toBe(`${tabs.cognito.url}/logout`);
      expect(Object.fromEntries(left.searchParams)).toEqual({
        client_id: asked.get("client_id"),
        logout_uri: "https://speak.example/",
      });
    }
  });

  it("is not signed out of by somebody who never came from there, nor where AWS is out of reach", async () => {
    const { tab, visitor } = openVisitor();
    await tab.signIn(ADA);
    await tab.signOut(tabs.cognito.url);
    expect(visitor.left).toBe("");
    const { tab: other, visitor: offline } = await comeBack();
    await other.completeProviderSignIn();
    tabs.cognito.answers.RevokeToken = tabs.cognito.refuse("InternalErrorException");
    await other.signOut(tabs.cognito.url);
    expect(offline.left).toBe("");
  });

  it("plays no part on a page that was opened directly", async () => {
    const { tab, visitor } = openVisitor();
    await tab.completeProviderSignIn();
    expect(visitor.href).toBe(HERE);
    expect(tabs.cognito.received).toHaveLength(0);
  });
});
