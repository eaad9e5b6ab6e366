import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { vi } from "vitest";
import { WebSocket, WebSocketServer } from "ws";

/** KVS's end of one channel's sockets, driven by the test. */
export interface KvsServer {
  wssEndpoint: string;
  /** To everyone who is connected. */
  deliver(frame: string): void;
  /** Resolves with the payload of the next frame that is sent to this viewer, or, with null, to the master. */
  sent(recipientClientId: string | null): Promise<unknown>;
  close(): Promise<void>;
}

/** A frame as KVS delivers it. */
export const frameOf = (messageType: string, payload: string, senderClientId?: string): string =>
  JSON.stringify({ messageType, messagePayload: Buffer.from(payload).toString("base64"), senderClientId });

/** On a free port. Gives the SDK the WebSocket it wants of its surroundings. */
export async function startKvsServer(): Promise<KvsServer> {
  vi.stubGlobal("WebSocket", WebSocket);
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  const waiting = new Map<string | null, (payload: unknown) => void>();
  server.on("connection", (socket) =>
    socket.on("message", (data) => {
      const { recipientClientId = null, messagePayload } = JSON.parse(String(data));
      waiting.get(recipientClientId)?.(JSON.parse(atob(messagePayload)));
    }),
  );
  return {
    wssEndpoint: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    deliver(frame) {
      for (const socket of server.clients) socket.send(frame);
    },
    sent: (recipientClientId) => new Promise((resolve) => waiting.set(recipientClientId, resolve)),
    async close() {
      for (const socket of server.clients) socket.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
