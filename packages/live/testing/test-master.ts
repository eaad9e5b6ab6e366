import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { startChannelMaster } from "../src/broadcast/channel-master.ts";
import { createCredentials } from "../src/credentials.ts";
import { browserEnvironment } from "../src/environment.ts";
import { type KvsServer, startKvsServer } from "./kvs-server.ts";

export const channelArn = "arn:aws:kinesisvideo:us-east-1:123456789012:channel/lectern-local-a-b/1";
export const macKey = btoa("k".repeat(32));

export interface TestMaster {
  kvs: KvsServer;
  close(): Promise<void>;
}

/** A channel's master on a KVS of its own, open. Peers are the browser's: `fakeWebRtc` comes first. */
export async function startTestMaster(now: () => number, onGone: (clientId: string) => void): Promise<TestMaster> {
  const http = createServer((_, response) => response.end('{"IceServerList":[]}'));
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const kvs = await startKvsServer();
  const environment = browserEnvironment({ now, steadyNow: now });
  const keys = { accessKeyId: "AKID", secretAccessKey: "secret", sessionToken: "token", expiration: new Date(0) };
  let isOpen = () => {};
  const opened = new Promise<void>((resolve) => {
    isOpen = resolve;
  });
  const master = startChannelMaster({
    channel: {
      channelArn,
      wssEndpoint: kvs.wssEndpoint,
      httpsEndpoint: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    },
    macKey,
    region: "us-east-1",
    local: true,
    credentials: createCredentials(
      async () => keys,
      () => false,
      environment.now,
    ),
    iceTransportPolicy: "all",
    serverNow: now,
    sound: () => ({ track: new MediaStreamTrack(), mode: "voice" }),
    facts: () => ({ muted: false, paused: false, title: "A talk", ended: false }),
    environment,
    onAir: isOpen,
    onLost: () => false,
    onGone,
    onChange: () => undefined,
  });
  await opened;
  return {
    kvs,
    async close() {
      master.close();
      await kvs.close();
      http.close();
    },
  };
}
