import { edited, fc, hostile, type Json, json, overSockets, text, wire } from "@lectern/fuzz";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createBrowser } from "../../../testing/browser.ts";
import { startFakeCognito } from "../../../testing/fake-cognito.ts";
import { mayRefuse } from "../../../testing/may-refuse.ts";
import { createVault } from "../../vault/vault.ts";
import { createSpeakerAuth, type SpeakerAuth } from "../index.ts";
import { listenToTabs } from "./tabs.ts";
import { readClaims, sessionSchema } from "./tokens.ts";

let cognito: Awaited<ReturnType<typeof startFakeCognito>>;
beforeAll(async () => {
  cognito = await startFakeCognito();
});
afterAll(() => cognito.close());

const configuration = {
  region: "us-east-1",
  encryptionKey: "k".repeat(32),
  userPoolId: "us-east-1_Ab12Cd34E",
  clientId: "1h57kf5cpq17m0eml12example",
  identityPoolId: "us-east-1:11111111-2222-3333-4444-555555555555",
};
const ITEM = `lectern.session.${configuration.clientId}`;

/** A JWT whose payload is this text. */
const jwtOf = (payload: string) => `e30.${Buffer.from(payload).toString("base64url")}.signature`;
const payloadOf = (jwt: string): Json => JSON.parse(Buffer.from(jwt.split(".")[1] ?? "", "base64url").toString());

test("reads any token for what it says or refuses it", async () => {
  const { IdToken, AccessToken } = cognito.tokens();
  const idToken = fc.oneof(wire(fc.constant(payloadOf(IdToken))).map(jwtOf), edited(IdToken), text);
  const accessToken = fc.oneof(fc.constant(AccessToken), wire(fc.constant(payloadOf(AccessToken))).map(jwtOf));
  await fc.assert(
    fc.asyncProperty(idToken, accessToken, async (id, access) => {
      const claims = await mayRefuse((async () => readClaims({ idToken: id, accessToken: access }))());
      if (claims === undefined) return;
      expect(claims.sub).not.toBe("");
      for (const at of [claims.issuedAt, claims.expiresAt]) expect(new Date(at).getTime()).not.toBeNaN();
    }),
  );
});

test("takes any answer to a refresh as tokens or an AuthError, and the next good one as tokens", async () => {
  const browser = createBrowser();
  const vault = createVault(ITEM, sessionSchema, configuration.encryptionKey, browser);
  const tokens = () => ({ AuthenticationResult: { ...cognito.tokens(), RefreshToken: "refresh" } });
  const refusal = { __type: "NotAuthorizedException", message: "Refresh Token has been revoked" };
  let given: { status: number; body: string };
  let requests = 0;
  const open: SpeakerAuth[] = [];
  async function signedIn(): Promise<SpeakerAuth> {
    const { IdToken: idToken, AccessToken: accessToken } = cognito.tokens();
    await vault.save({ idToken, accessToken, refreshToken: "refresh", receivedAt: cognito.now });
    const tab = createSpeakerAuth(configuration, {
      ...browser,
      now: () => cognito.now,
      steadyNow: () => 0,
      random: () => 0,
      async fetch() {
        requests++;
        return new Response(given.body, { status: given.status });
      },
    });
    open.push(tab);
    await tab.start();
    expect(tab.getState().status).toBe("signed-in");
    return tab;
  }
  const answers = fc.record({
    status: fc.constantFrom(200, 200, 200, 400, 500),
    body: fc.oneof(
      wire(fc.constantFrom<Json>(tokens(), refusal)),
      wire(fc.constant(payloadOf(cognito.tokens().IdToken))).map((payload) => {
        const { AuthenticationResult } = tokens();
        return JSON.stringify({ AuthenticationResult: { ...AuthenticationResult, IdToken: jwtOf(payload) } });
      }),
    ),
  });
  let tab = await signedIn();
  await fc.assert(
    fc.asyncProperty(answers, async (answer) => {
      given = answer;
      requests = 0;
      const token = await mayRefuse(tab.accessToken("fresh"));
      if (token !== undefined) expect(token).not.toBe("");
      // Five tries, and perhaps as many of a timer's.
      expect(requests).toBeLessThanOrEqual(10);
      // A refusal may be the end of the session.
      if (tab.getState().status === "signed-out") tab = await signedIn();
      given = { status: 200, body: JSON.stringify(tokens()) };
      expect(await tab.accessToken("fresh")).not.toBe("");
    }),
    // Each is two refreshes whose tokens are sealed and stored.
    overSockets,
  );
  for (const one of open) one.close();
});

test("passes on from other tabs only the messages there are", async () => {
  const { openChannel } = createBrowser();
  const storageEvents = new EventTarget();
  const heard: string[] = [];
  let onHeard: () => void = () => undefined;
  const tabs = listenToTabs(ITEM, { openChannel, storageEvents }, (message) => {
    heard.push(message);
    onHeard();
  });
  const other = openChannel(ITEM);
  const said = fc.oneof(
    hostile(fc.constantFrom<Json>("changed", "session-expired")).map((data) => ({ channel: data })),
    fc.record({ key: fc.oneof(fc.constant(ITEM), json), newValue: json }).map((event) => ({ event })),
  );
  await fc.assert(
    fc.asyncProperty(said, async (message) => {
      heard.length = 0;
      if ("channel" in message) other.postMessage(message.channel);
      else storageEvents.dispatchEvent(Object.assign(new Event("storage"), message.event));
      const last = new Promise<void>((resolve) => {
        onHeard = () => {
          if (heard.at(-1) === "signed-out") resolve();
        };
      });
      other.postMessage("signed-out");
      await last;
      for (const each of heard) expect(["changed", "signed-out", "session-expired"]).toContain(each);
    }),
  );
  tabs.close();
  other.close();
});
