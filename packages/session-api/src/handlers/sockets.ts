import { type ApiGatewayManagementApiClient, PostToConnectionCommand } from "@aws-sdk/client-apigatewaymanagementapi";
import type { ServerMessage } from "../contract/index.ts";

/** Posts at once to so many sockets: enough to be quick, few enough for one Lambda's connections. */
const POSTS_AT_ONCE = 25;
const GONE = 410;

/** The way out to the browsers: `@connections`. */
export interface Sockets {
  /** Whether the socket is still there; false once API Gateway says it is gone. Other failures are logged, not thrown. */
  send(connectionId: string, message: ServerMessage): Promise<boolean>;
  /** The same to many. Returns those that are gone. */
  sendAll(connectionIds: readonly string[], message: ServerMessage): Promise<string[]>;
}

const statusOf = (error: unknown): number | undefined =>
  error instanceof Error && "$metadata" in error
    ? (error.$metadata as { httpStatusCode?: number } | undefined)?.httpStatusCode
    : undefined;

export function createSockets(client: ApiGatewayManagementApiClient): Sockets {
  const send = async (connectionId: string, message: ServerMessage): Promise<boolean> => {
    try {
      await client.send(new PostToConnectionCommand({ ConnectionId: connectionId, Data: JSON.stringify(message) }));
      return true;
    } catch (error) {
      if (statusOf(error) === GONE) return false;
      const name = error instanceof Error ? error.name : "unknown";
      console.error(JSON.stringify({ level: "warn", event: "post-failed", type: message.type, name }));
      return true;
    }
  };

  return {
    send,
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
