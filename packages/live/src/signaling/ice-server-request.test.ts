import { expect, it } from "vitest";
import { createIceServerConfigRequest } from "./ice-server-request.ts";

const requestAnsweredWith = (answer: () => Response) =>
  createIceServerConfigRequest({
    httpsEndpoint: "https://r.example/",
    channelArn: "arn",
    signer: { signSocketUrl: async (url) => url, signPost: async () => ({}) },
    fetch: async () => answer(),
  });
const refusedWith = (status: number, body: string, type?: string) =>
  requestAnsweredWith(() => new Response(body, { status, headers: type ? { "x-amzn-errortype": type } : {} }))();

const arn = "arn:aws:kinesisvideo:us-east-1:123456789012:channel/a/1";

it.each([
  ["the header", 400, '{"message":"slow down"}', "ClientLimitExceededException:http://internal.amazon.com/"],
  ["the body's type", 400, '{"__type":"ThrottlingException"}', undefined],
  [
    "KVS's words",
    400,
    `{"message":"Limit exceeded on number of requests for GetIceServerConfig API for resource '${arn}'"}`,
    undefined,
  ],
  ["the status", 429, "", undefined],
])("recognises a throttled request by %s", async (_, status, body, type) => {
  await expect(refusedWith(status, body, type)).rejects.toMatchObject({ code: "throttled" });
});

it.each([
  [403, "signaling-refused"],
  [503, "network"],
])("takes %d for %s", async (status, code) => {
  await expect(refusedWith(status, "{}", "SomeException")).rejects.toMatchObject({ code });
});

it("takes an answer that is no JSON for a bad response", async () => {
  await expect(requestAnsweredWith(() => new Response("<html>"))()).rejects.toMatchObject({ code: "bad-response" });
});

it("asks as the master without a ClientId, and as a viewer with its own", async () => {
  const bodies: unknown[] = [];
  const options = {
    httpsEndpoint: "https://r.example/",
    channelArn: "arn",
    signer: { signSocketUrl: async (url: string) => url, signPost: async () => ({}) },
    fetch: async (url: unknown, init?: RequestInit) => {
      bodies.push([url, JSON.parse(String(init?.body))]);
      return new Response("{}");
    },
  };
  await createIceServerConfigRequest(options)();
  await createIceServerConfigRequest({ ...options, clientId: () => "s-1" })();
  const url = "https://r.example/v1/get-ice-server-config";
  expect(bodies).toEqual([
    [url, { ChannelARN: "arn", Service: "TURN" }],
    [url, { ChannelARN: "arn", ClientId: "s-1", Service: "TURN" }],
  ]);
});
