import { SigV4RequestSigner } from "amazon-kinesis-video-streams-webrtc";
import { describe, expect, it } from "vitest";
import { createSigner } from "./signer.ts";

const credentials = {
  accessKeyId: "ASIAEXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
  sessionToken: "IQoJb3JpZ2luX2VjE+/=token",
  expiration: new Date(0),
};
const now = Date.UTC(2026, 10, 22, 21, 15, 7, 345);
const query = {
  "X-Amz-ChannelARN": "arn:aws:kinesisvideo:eu-west-1:123456789012:channel/lectern-local-0a1b-2c3d/1700000000000",
  "X-Amz-ClientId": "s-0123456789abcdef0123456789abcdef-t0ab12-0123456789abcdef0123456789abcdef",
};
const signer = createSigner({ region: "eu-west-1", credentials: async () => credentials, serverNow: () => now });

describe("createSigner", () => {
  it.each(["wss://v-1a2b3c4d.kinesisvideo.eu-west-1.amazonaws.com", "wss://v-1a2b3c4d.example.com/some/path"])(
    "signs %s as the SDK's own signer does",
    async (endpoint) => {
      const expected = await new SigV4RequestSigner("eu-west-1", credentials).getSignedURL(
        endpoint,
        query,
        new Date(now),
      );
      expect(await signer.signSocketUrl(endpoint, query)).toBe(expected);
    },
  );

  it("signs a plain endpoint with its port, which the SDK refuses", async () => {
    const plain = new URL(await signer.signSocketUrl("ws://127.0.0.1:9700/v/abc", query));
    expect(plain.origin + plain.pathname).toBe("ws://127.0.0.1:9700/v/abc");
    const tls = await new SigV4RequestSigner("eu-west-1", credentials).getSignedURL(
      "wss://127.0.0.1:9700/v/abc",
      query,
      new Date(now),
    );
    expect(plain.search).toBe(new URL(tls).search);
  });

  it("uses the server's clock and asks for credentials every time", async () => {
    let asked = 0;
    const late = createSigner({
      region: "eu-west-1",
      credentials: async () => {
        asked++;
        return credentials;
      },
      serverNow: () => now + 3_600_000,
    });
    expect(await late.signSocketUrl("wss://a.example", query)).toContain("X-Amz-Date=20261122T221507Z");
    const headers = await late.signPost("https://r.example/v1/get-ice-server-config", "{}");
    expect(headers["x-amz-date"]).toBe("20261122T221507Z");
    expect(headers).not.toHaveProperty("host");
    expect(headers["x-amz-security-token"]).toBe(credentials.sessionToken);
    expect(asked).toBe(2);
  });
});
