import { createServer, type IncomingMessage } from "node:http";
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import dynalite from "dynalite";
import type { ServerMessage } from "../contract/index.ts";
import { tableDefinition } from "../handlers/index.ts";
import { credentials, TABLE } from "./environment.ts";
import { createFakeChannels, type FakeChannels } from "./fake-channels.ts";
import { listen } from "./listen.ts";
import { createTokens, type Tokens } from "./tokens.ts";

/** What surrounds the handlers, on free ports: DynamoDB (dynalite), KVS's control plane, `@connections`, the pool's keys. */
export interface Cloud {
  /** KVS, `@connections` and `/jwks.json`. */
  url: string;
  dynamodbUrl: string;
  channels: FakeChannels;
  tokens: Tokens;
  /** What was posted to each connection, in order. */
  posted(connectionId: string): ServerMessage[];
  /** From now on the connection answers 410. */
  hangUp(connectionId: string): void;
  /** Whether the connection answers 410. */
  isGone(connectionId: string): boolean;
  close(): Promise<void>;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

export async function startCloud(): Promise<Cloud> {
  const channels = createFakeChannels();
  const tokens = createTokens();
  const inboxes = new Map<string, ServerMessage[]>();
  const gone = new Set<string>();

  const answer = async (request: IncomingMessage): Promise<{ status: number; body: object; type?: string }> => {
    const path = request.url ?? "";
    const body = await readBody(request);
    if (path === "/jwks.json") return { status: 200, body: tokens.jwks };
    const [, connectionId] = /^\/@connections\/(.+)$/.exec(path) ?? [];
    if (connectionId) {
      const id = decodeURIComponent(connectionId);
      if (gone.has(id)) return { status: 410, body: {}, type: "GoneException" };
      if (request.method === "DELETE") {
        gone.add(id);
        return { status: 204, body: {} };
      }
      const inbox = inboxes.get(id) ?? [];
      inboxes.set(id, inbox);
      inbox.push(JSON.parse(body));
      return { status: 200, body: {} };
    }
    return channels.handle(path, body ? JSON.parse(body) : {}) ?? { status: 404, body: {} };
  };

  const web = await listen(
    createServer(async (request, response) => {
      const { status, body, type } = await answer(request);
      response.writeHead(status, { "content-type": "application/json", ...(type && { "x-amzn-errortype": type }) });
      response.end(JSON.stringify(body));
    }),
  );
  const store = await listen(dynalite({ createTableMs: 0 }));
  const dynamodb = new DynamoDBClient({ region: "us-east-1", endpoint: store.url, credentials });
  await dynamodb.send(new CreateTableCommand(tableDefinition(TABLE)));
  dynamodb.destroy();

  return {
    url: web.url,
    dynamodbUrl: store.url,
    channels,
    tokens,
    posted: (connectionId) => inboxes.get(connectionId) ?? [],
    hangUp: (connectionId) => void gone.add(connectionId),
    isGone: (connectionId) => gone.has(connectionId),
    close: async () => {
      await Promise.all([web.close(), store.close()]);
    },
  };
}
