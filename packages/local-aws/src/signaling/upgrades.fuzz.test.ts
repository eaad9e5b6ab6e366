import { edited, fc, overSockets, printed, text } from "@lectern/fuzz";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Fuzzed, startFuzzed } from "../testing/fuzzed.ts";
import { presign } from "../testing/presign.ts";
import { ask } from "../testing/raw-request.ts";
import { openSocket } from "../testing/sockets.ts";

let stand: Fuzzed["stand"];
let channel: Fuzzed["channel"];
let guest: Fuzzed["guest"];
beforeAll(async () => {
  ({ stand, channel, guest } = await startFuzzed());
});
afterAll(() => stand.localAws.close());

const UPGRADE = {
  connection: "Upgrade",
  upgrade: "websocket",
  "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==",
  "sec-websocket-version": "13",
};
/** A signer encodes whole characters only. */
const whole = text.map((some) => some.replace(/\p{Cs}/gu, ""));

test("opens or refuses any address of a signaling socket, and lets the next good one in", async () => {
  const endpoint = await channel.endpoint("VIEWER", "WSS");
  const { pathname } = new URL(endpoint);
  const address = fc.record({
    path: fc.oneof({ weight: 4, arbitrary: fc.constant(pathname) }, { weight: 1, arbitrary: edited(pathname) }),
    clientId: fc.oneof(fc.constant("s-1"), whole),
    arn: fc.oneof({ weight: 3, arbitrary: fc.constant(channel.arn) }, { weight: 1, arbitrary: whole }),
    // One parameter of the signed query becomes something else.
    changed: fc.option(
      fc.tuple(fc.nat(), fc.oneof(text, fc.constantFrom("host%3Bconstructor", "host%3B__proto__", "%E0%A4%A"))),
    ),
    headers: fc.dictionary(fc.constantFrom(...Object.keys(UPGRADE), "sec-websocket-protocol"), text, { maxKeys: 1 }),
  });
  await fc.assert(
    fc.asyncProperty(address, async ({ path, clientId, arn, changed, headers }) => {
      // Each case has its second: quotas are another test's.
      stand.localAws.clock.advance(1000);
      const now = stand.deps.clock.now();
      const query = { "X-Amz-ChannelARN": arn, "X-Amz-ClientId": clientId };
      const signed = new URL(await presign(endpoint, query, { credentials: guest, now })).search.slice(1).split("&");
      if (changed) {
        const [at, value] = changed;
        const [name] = signed[at % signed.length]?.split("=") ?? [];
        signed[at % signed.length] = `${name}=${value}`;
      }
      const request = { method: "GET", path: `${path}?${signed.join("&")}`, headers: { ...UPGRADE, ...headers } };
      const answer = await ask(stand.localAws.url, request);
      if (answer !== "upgraded") expect(answer.status).toBeLessThan(500);
      expect(printed()).toBe("");
      stand.localAws.clock.advance(1000);
      const good = { "X-Amz-ChannelARN": channel.arn, "X-Amz-ClientId": "s-2" };
      const viewer = await openSocket(await presign(endpoint, good, { credentials: guest, now: now + 1000 }));
      viewer.raw.terminate();
      await viewer.closed;
    }),
    overSockets,
  );
});
