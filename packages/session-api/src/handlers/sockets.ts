import {
  type ApiGatewayManagementApiClient,
  DeleteConnectionCommand,
  PostToConnectionCommand,
} from "@aws-sdk/client-apigatewaymanagementapi";
import type { ServerMessage } from "../contract/index.ts";
import { awsFailureOf } from "./aws-failure.ts";
import { nameOf } from "./refusals.ts";

/** So many posts run at the same time: few enough for one Lambda's connections. */
const POSTS_AT_ONCE = 25;
const GONE = 410;

/** Sends to the browsers' sockets, by API Gateway's `@connections`. */
export interface Sockets {
  /** False: the socket has closed. Other failures are logged, not thrown. */
  send(connectionId: string, message: ServerMessage): Promise<boolean>;
  /** The same to many. Returns those that have closed. */
  sendAll(connectionIds: readonly string[], message: ServerMessage): Promise<string[]>;
  /** Ends the socket. A failure is logged, not thrown. */
  close(connectionId: string): Promise<void>;
}

export function createSockets(client: ApiGatewayManagementApiClient): Sockets {
  const send = async (connectionId: string, message: ServerMessage): Promise<boolean> => {
    try {
      await client.send(new PostToConnectionCommand({ ConnectionId: connectionId, Data: JSON.stringify(message) }));
      return true;
    } catch (error) {
      if (awsFailureOf(error)?.status === GONE) return false;
      console.error(JSON.stringify({ level: "warn", event: "post-failed", type: message.type, name: nameOf(error) }));
      return true;
    }
  };

  return {
    send,
    async close(connectionId) {
      try {
        await client.send(new DeleteConnectionCommand({ ConnectionId: connectionId }));
      } catch (error) {
        if (awsFailureOf(error)?.status === GONE) return;
        console.error(JSON.stringify({ level: "warn", event: "close-failed", name: nameOf(error) }));
      }
    },
    async sendAll(connectionIds, message) {
      const gone: string[] = [];
      for (let at = 0; at < connectionIds.length; at += POSTS_AT_ONCE) {
        const batch = connectionIds.slice(at, at + POSTS_AT_ONCE);
        const there = await Promise.all(batch.map((connectionId) => send(connectionId, message)));
        gone.push(...batch.filter((_, index) => !there[index]));
      }
      return gone;
    },
  };
}
