import { ConditionalCheckFailedException, type DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  BatchGetCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import type { Key } from "./keys.ts";

type Item = Record<string, unknown>;
type Values = Record<string, unknown>;

interface Condition {
  /** Attributes as `#name`, values as `:name`. */
  condition: string;
  values?: Values;
}

interface Update extends Partial<Condition> {
  /** UpdateExpression; attributes as `#name`, values as `:name`. */
  update: string;
  values?: Values;
  returns?: "ALL_OLD" | "ALL_NEW";
}

/** The table with its four verbs. A condition that fails is an answer here (`null`, `false`), not an error. */
export interface Table {
  get<T>(key: Key): Promise<T | null>;
  /** In no order; what does not exist is missing. */
  getMany<T>(keys: readonly Key[]): Promise<T[]>;
  /** A whole partition, or the part whose sort keys begin so. */
  query<T>(pk: string, options?: { prefix?: string; newestFirst?: boolean }): Promise<T[]>;
  put(item: Key & Item, condition?: Condition): Promise<boolean>;
  /** The item as `returns` says (default ALL_NEW), or null if the condition failed. */
  update<T>(key: Key, update: Update): Promise<T | null>;
  /** The item that was there, or null if there was none or the condition failed. */
  remove<T>(key: Key, condition?: Condition): Promise<T | null>;
}

/** Every `#name` stands for the attribute of that name: no reserved word can bite, no list of names is kept by hand. */
const namesIn = (...expressions: (string | undefined)[]): Record<string, string> | undefined => {
  const names = expressions.flatMap((expression) => expression?.match(/#\w+/g) ?? []);
  return names.length > 0 ? Object.fromEntries(names.map((name) => [name, name.slice(1)])) : undefined;
};

const valuesOf = (values: Values = {}): Values | undefined =>
  Object.keys(values).length > 0
    ? Object.fromEntries(Object.entries(values).map(([name, value]) => [`:${name}`, value]))
    : undefined;

const conditionOf = (condition?: Condition) =>
  condition && {
    ConditionExpression: condition.condition,
    ExpressionAttributeNames: namesIn(condition.condition),
    ExpressionAttributeValues: valuesOf(condition.values),
  };

async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return null;
    throw error;
  }
}

const BATCH_GET_MAX = 100;

export function createTable(dynamodb: DynamoDBClient, tableName: string): Table {
  const client = DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } });
  const TableName = tableName;

  return {
    async get<T>(key: Key) {
      const { Item } = await client.send(new GetCommand({ TableName, Key: key, ConsistentRead: true }));
      return (Item as T | undefined) ?? null;
    },

    async getMany<T>(keys: readonly Key[]) {
      const found: T[] = [];
      let rest = [...keys];
      while (rest.length > 0) {
        const request = { [TableName]: { Keys: rest.slice(0, BATCH_GET_MAX), ConsistentRead: true } };
        const { Responses, UnprocessedKeys } = await client.send(new BatchGetCommand({ RequestItems: request }));
        found.push(...((Responses?.[TableName] ?? []) as T[]));
        rest = [...((UnprocessedKeys?.[TableName]?.Keys ?? []) as Key[]), ...rest.slice(BATCH_GET_MAX)];
      }
      return found;
    },

    async query<T>(pk: string, { prefix, newestFirst = false }: { prefix?: string; newestFirst?: boolean } = {}) {
      const KeyConditionExpression = prefix ? "#pk = :pk AND begins_with(#sk, :prefix)" : "#pk = :pk";
      const found: T[] = [];
      let from: Item | undefined;
      do {
        const { Items, LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName,
            KeyConditionExpression,
            ExpressionAttributeNames: namesIn(KeyConditionExpression),
            ExpressionAttributeValues: valuesOf({ pk, ...(prefix && { prefix }) }),
            ScanIndexForward: !newestFirst,
            ConsistentRead: true,
            ExclusiveStartKey: from,
          }),
        );
        found.push(...((Items ?? []) as T[]));
        from = LastEvaluatedKey;
      } while (from);
      return found;
    },

    async put(item, condition) {
      const command = new PutCommand({ TableName, Item: item, ...conditionOf(condition) });
      return (await orNull(client.send(command))) !== null;
    },

    async update<T>(key: Key, { update, condition, values, returns = "ALL_NEW" }: Update) {
      const command = new UpdateCommand({
        TableName,
        Key: key,
        UpdateExpression: update,
        ConditionExpression: condition,
        ExpressionAttributeNames: namesIn(update, condition),
        ExpressionAttributeValues: valuesOf(values),
        ReturnValues: returns,
      });
      const output = await orNull(client.send(command));
      return output && (output.Attributes as T);
    },

    async remove<T>(key: Key, condition?: Condition) {
      const command = new DeleteCommand({ TableName, Key: key, ReturnValues: "ALL_OLD", ...conditionOf(condition) });
      return ((await orNull(client.send(command)))?.Attributes as T | undefined) ?? null;
    },
  };
}
