/// <reference path="./dynalite.d.ts" />
import { once } from "node:events";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  ListTablesCommand,
} from "@aws-sdk/client-dynamodb";
import dynalite from "dynalite";
import { LocalAwsError } from "../errors.ts";
import { REGION } from "../identifiers.ts";

/** dynalite on a port nobody is told of: it believes any signature, so requests reach it through the DynamoDB service only. */
export interface Store {
  url: string;
  close(): Promise<void>;
}

/** Even with createTableMs 0 a new table is CREATING for a moment, and refuses its first write. */
async function active(client: DynamoDBClient, TableName: string | undefined): Promise<void> {
  for (;;) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName }));
    if (Table?.TableStatus === "ACTIVE") return;
    await delay(5);
  }
}

export const databaseOf = (dataDirectory: string): string => join(dataDirectory, "dynamodb");

interface Database {
  open(): Promise<void>;
  close(): Promise<void>;
}

const corrupt = (directory: string, cause: unknown) => {
  const message = `${directory} cannot be read: it is damaged, or no folder of a database. Remove it, or start with fresh data.`;
  return new LocalAwsError("corrupt-data", message, { cause });
};

/**
 * Opens the database as dynalite will, and closes it again: dynalite itself keeps to itself why it could not.
 * @throws LocalAwsError "data-in-use", "corrupt-data"
 */
export async function requireUsable(directory: string): Promise<void> {
  const dynalitesOwn = createRequire(createRequire(import.meta.url).resolve("dynalite"));
  const { Level }: { Level: new (location: string) => Database } = dynalitesOwn("level");
  const database = new Level(directory);
  try {
    await database.open();
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (cause instanceof Error && "code" in cause && cause.code === "LEVEL_LOCKED") {
      const message = `${directory} is in use by another process. End that one, or use another folder.`;
      throw new LocalAwsError("data-in-use", message, { cause });
    }
    throw corrupt(directory, cause ?? error);
  }
  await database.close();
}

/**
 * Opens the store (in memory without a directory) and makes the table if it is not there yet.
 * @throws LocalAwsError "data-in-use", "corrupt-data"
 */
export async function openStore(table: CreateTableCommandInput, directory?: string): Promise<Store> {
  if (directory !== undefined) await requireUsable(directory);
  const server = dynalite({ createTableMs: 0, ...(directory !== undefined && { path: directory }) });
  // As in http/server.ts: the caller closes.
  server.keepAliveTimeout = 0;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const client = new DynamoDBClient({
    endpoint: url,
    region: REGION,
    credentials: { accessKeyId: "internal", secretAccessKey: "internal" },
  });
  try {
    const { TableNames } = await client.send(new ListTablesCommand({}));
    if (!TableNames?.includes(table.TableName ?? "")) await client.send(new CreateTableCommand(table));
    await active(client, table.TableName);
  } finally {
    client.destroy();
  }

  return {
    url,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
