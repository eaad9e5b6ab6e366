import { CANARY, fc, hostile, type Json, text, wire } from "@lectern/fuzz";
import { expect, test } from "vitest";
import { mapStorage } from "../../testing/http-server.ts";
import { mayRefuse } from "../../testing/may-refuse.ts";
import { createProviderSignIn } from "./provider-sign-in.ts";

const HERE = "https://speak.example/#account";
const CLIENT_ID = "1h57kf5cpq17m0eml12example";
const ITEM = `lectern.provider.${CLIENT_ID}`;
const jwtOf = (payload: Json) => `e30.${btoa(JSON.stringify(payload))}.signature`;

test("comes back by any link, with anything kept and any answer, to where one was, and signs in the next time", async () => {
  const storage = mapStorage();
  const address = { at: HERE, left: "" };
  let given: { status: number; body: string };
  const providers = createProviderSignIn({
    clientId: CLIENT_ID,
    storage,
    async send(url) {
      // As a browser's does.
      new URL(String(url));
      return new Response(given.body, { status: given.status });
    },
    address: {
      href: () => address.at,
      go: (url) => {
        address.left = url;
      },
      replace(url) {
        const there = new URL(url, address.at);
        if (there.origin !== new URL(address.at).origin) throw new DOMException("another origin", "SecurityError");
        address.at = there.href;
      },
    },
  });
  const leave = async () => {
    address.at = HERE;
    await providers.leave({ provider: "Google", managedLoginUrl: "https://login.example" });
    const asked = new URL(address.left).searchParams;
    return { state: asked.get("state") ?? "", nonce: asked.get("nonce") ?? "" };
  };
  const tokens = (nonce: string) => ({ id_token: jwtOf({ nonce }), access_token: "a", refresh_token: "r" });

  const link = fc.oneof(
    fc.constantFrom("", "code=the-code&", `error=${CANARY}&`),
    text.map((some) => `${some}&`),
  );
  const kept = fc.oneof(
    { weight: 2, arbitrary: fc.constant(null) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom("returnTo", "managedLoginUrl", "nonce", "state", "persistence"), text),
    },
    { weight: 1, arbitrary: text },
  );
  const answer = fc.record({
    status: fc.constantFrom(200, 200, 400, 500),
    body: wire(hostile(fc.constant(tokens("nonce")))),
  });
  await fc.assert(
    fc.asyncProperty(link, fc.boolean(), kept, answer, async (query, knowsState, change, hostileAnswer) => {
      const { state } = await leave();
      given = hostileAnswer;
      const pending = JSON.parse(storage.getItem(ITEM) ?? "{}");
      if (typeof change === "string") storage.setItem(ITEM, change);
      else if (change) storage.setItem(ITEM, JSON.stringify({ ...pending, [change[0]]: change[1] }));
      address.at = `https://speak.example/?${query.replaceAll("#", "")}state=${knowsState ? state : "another"}`;
      const asksNothing = !/[?&](code|error)=/.test(address.at);
      const came = await mayRefuse(providers.arrive());
      if (came) for (const token of Object.values(came.tokens)) expect(token).toBeTypeOf("string");
      // Nothing of the answer stays in the address, nor is it good a second time.
      if (!asksNothing) expect(new URL(address.at).searchParams.has("state")).toBe(false);
      expect(new URL(address.at).origin).toBe("https://speak.example");

      const next = await leave();
      given = { status: 200, body: JSON.stringify(tokens(next.nonce)) };
      address.at = `https://speak.example/?code=the-code&state=${next.state}`;
      expect(await providers.arrive()).toMatchObject({ tokens: { accessToken: "a" } });
      expect(address.at).toBe(HERE);
      expect(await providers.arrive()).toBeNull();
    }),
  );
});
