import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fc, type Json, overSockets, wire } from "@lectern/fuzz";
import { createTestTimers } from "@lectern/primitives/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { browserEnvironment } from "../environment.ts";
import { LiveError } from "../errors.ts";
import { createIceServerConfigRequest } from "./ice-server-request.ts";
import { createIceServers } from "./ice-servers.ts";

let answer: { status: number; body: string };
const server = createServer((request, response) => {
  request.resume();
  response.writeHead(answer.status, { "content-type": "application/json" });
  response.end(answer.body);
});
let httpsEndpoint: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  httpsEndpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const good = {
  IceServerList: [
    {
      Uris: [
        "turn:1-2-3-4.t-abc.kinesisvideo.us-east-1.amazonaws.com:443?transport=udp",
        "turns:[::1]:443?transport=tcp",
      ],
      Username: "1700000000:djE6YXJu==",
      Password: "secret",
      Ttl: 300,
    },
  ],
};
const answers = fc.record({
  status: fc.constantFrom(200, 200, 200, 400, 403, 404),
  body: wire(fc.constantFrom<Json>(good, { message: "ClientLimitExceededException" })),
});
const TURN = /^turns?:[^\s?]+(\?transport=(udp|tcp))?$/;

test("takes any answer for servers or for an error of our own", async () => {
  const timers = createTestTimers();
  const iceServers = createIceServers({
    request: createIceServerConfigRequest({
      httpsEndpoint,
      channelArn: "arn",
      clientId: () => "s-1",
      signer: { signSocketUrl: async (url) => url, signPost: async () => ({}) },
      fetch: browserEnvironment().fetch,
    }),
    region: "us-east-1",
    local: false,
    renewSignaling: async () => undefined,
    ...timers,
    // The one retry a second later would only take time here.
    setTimer(callback) {
      callback();
      return () => undefined;
    },
  });
  await fc.assert(
    fc.asyncProperty(answers, async (given) => {
      answer = given;
      try {
        const [stun, ...turn] = await iceServers("fresh");
        expect(stun?.urls).toMatch(/^stun:/);
        for (const { urls } of turn) for (const url of [urls].flat()) expect(url).toMatch(TURN);
      } catch (error) {
        if (!(error instanceof LiveError)) throw error;
      }
      answer = { status: 200, body: JSON.stringify(good) };
      await timers.advance(86_400_000);
      expect(await iceServers()).toHaveLength(2);
    }),
    overSockets,
  );
});
