import { once } from "node:events";
import { Role, SignalingClient } from "amazon-kinesis-video-streams-webrtc";
import { vi } from "vitest";
import { WebSocket } from "ws";
import { type Keys, presign } from "./presign.ts";
import type { TestChannel } from "./stand.ts";

/** AWS's own signaling client, open: as viewer of this id or, without one, as master. It listens from the beginning. */
export async function connectSignaling(
  channel: TestChannel,
  credentials: Keys,
  clientId?: string,
  listen: (client: SignalingClient) => void = () => {},
): Promise<SignalingClient> {
  // The SDK takes its WebSocket from the global object, as browsers have it; Node 20 has none.
  vi.stubGlobal("WebSocket", WebSocket);
  const client = new SignalingClient({
    channelARN: channel.arn,
    channelEndpoint: await channel.endpoint(clientId === undefined ? "MASTER" : "VIEWER", "WSS"),
    region: "us-east-1",
    role: clientId === undefined ? Role.MASTER : Role.VIEWER,
    ...(clientId !== undefined && { clientId }),
    // Its built-in signer refuses ws://, so it is given AWS's general one.
    requestSigner: {
      getSignedURL: (endpoint, query) => presign(endpoint, query, { credentials, now: channel.now() }),
    },
  });
  listen(client);
  const opened = once(client, "open");
  client.open();
  await opened;
  return client;
}
