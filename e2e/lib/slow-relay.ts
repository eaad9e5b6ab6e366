import { createSocket, type RemoteInfo, type Socket } from "node:dgram";
import type { BrowserContext } from "@playwright/test";
import * as v from "valibot";
import { watchPeers } from "./peers.ts";

/** A way to the relay on which everything takes longer, in both directions. */
interface SlowRelay {
  /** This context's pages reach others through the relay only, by the slow way. */
  use(context: BrowserContext): Promise<void>;
  close(): void;
}

const answerSchema = v.looseObject({ IceServerList: v.array(v.looseObject({ Uris: v.array(v.string()) })) });

/** Each direction takes `delayMs` more; the order of packets is kept. */
export async function startSlowRelay(delayMs: number): Promise<SlowRelay> {
  const front = createSocket("udp4");
  const backs = new Map<number, Socket>();
  let relayPort = 0;
  let closed = false;
  const later = (send: () => void) => setTimeout(() => closed || send(), delayMs);
  await new Promise<void>((bound) => front.bind(0, "127.0.0.1", bound));

  function backOf({ port, address }: RemoteInfo): Socket {
    const known = backs.get(port);
    if (known) return known;
    const back = createSocket("udp4");
    back.on("message", (packet) => later(() => front.send(packet, port, address)));
    backs.set(port, back);
    return back;
  }
  front.on("message", (packet, from) => {
    const back = backOf(from);
    later(() => back.send(packet, relayPort, "127.0.0.1"));
  });

  return {
    async use(context) {
      await watchPeers(context, { relayOnly: true });
      await context.route("**/v1/get-ice-server-config", async (route) => {
        if (route.request().method() !== "POST") return route.fallback();
        const response = await route.fetch();
        const answer = v.parse(answerSchema, await response.json());
        for (const server of answer.IceServerList) {
          const [udp] = server.Uris.filter((uri) => /^turn:.*transport=udp/.test(uri));
          relayPort = Number(/:(\d+)\?/.exec(udp ?? "")?.[1]);
          server.Uris = [`turn:127.0.0.1:${front.address().port}?transport=udp`];
        }
        await route.fulfill({ response, json: answer });
      });
    },
    close() {
      closed = true;
      for (const socket of [front, ...backs.values()]) socket.close();
    },
  };
}
