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
import * as v from "valibot";
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

/**
 * The table. A condition that fails is not an error here, but returns `null` or `false`. What is read is parsed by a schema;
 * an item that does not fit counts as missing.
 */
export interface Table {
  get<S extends Schema>(key: Key, schema: S): Promise<v.InferOutput<S> | null>;
  /** In any order, without those that do not exist. */
  getMany<S extends Schema>(keys: readonly Key[], schema: S): Promise<v.InferOutput<S>[]>;
  /** All items of a partition, or those whose sort keys begin with `prefix`. */
  query<S extends Schema>(
    pk: string,
    schema: S,
    options?: { prefix?: string; newestFirst?: boolean },
  ): Promise<v.InferOutput<S>[]>;
  put(item: Key & Item, condition?: Condition): Promise<boolean>;
  /** False: the condition failed. */
  change(key: Key, update: Update): Promise<boolean>;
  /** Returns the item after the update, or as `returns` says. Null: the condition failed. */
  update<S extends Schema>(key: Key, schema: S, update: Update): Promise<v.InferOutput<S> | null>;
  remove(key: Key, condition?: Condition): Promise<void>;
  /** Removes the item and returns it; null if there was none. */
  take<S extends Schema>(key: Key, schema: S): Promise<v.InferOutput<S> | null>;
}

type Schema = v.GenericSchema;

function parse<S extends Schema>(schema: S, item: unknown): v.InferOutput<S> | null {
  const parsed = v.safeParse(schema, item);
  return parsed.success ? parsed.output : null;
}

const parseAll = <S extends Schema>(schema: S, items: readonly unknown[]): v.InferOutput<S>[] =>
  items.flatMap((item) => parse(schema, item) ?? []);

/** `#name` stands for the attribute `name`, so that DynamoDB's reserved words can be attributes. */
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

  const write = async (key: Key, { update, condition, values, returns = "ALL_NEW" }: Update) => {
    const command = new UpdateCommand({
      TableName,
      Key: key,
      UpdateExpression: update,
      ConditionExpression: condition,
      ExpressionAttributeNames: namesIn(update, condition),
      ExpressionAttributeValues: valuesOf(values),
      ReturnValues: returns,
    });
    return orNull(client.send(command));
  };

  return {
    async get(key, schema) {
      const { Item } = await client.send(new GetCommand({ TableName, Key: key, ConsistentRead: true }));
      return parse(schema, Item);
    },

    async getMany(keys, schema) {
      const found: unknown[] = [];
      let rest = [...keys];
      while (rest.length > 0) {
        const request = { [TableName]: { Keys: rest.slice(0, BATCH_GET_MAX), ConsistentRead: true } };
        const { Responses, UnprocessedKeys } = await client.send(new BatchGetCommand({ RequestItems: request }));
        found.push(...(Responses?.[TableName] ?? []));
        rest = [...((UnprocessedKeys?.[TableName]?.Keys ?? []) as Key[]), ...rest.slice(BATCH_GET_MAX)];
      }
      return parseAll(schema, found);
    },

    async query(pk, schema, { prefix, newestFirst = false } = {}) {
      const KeyConditionExpression = prefix ? "#pk = :pk AND begins_with(#sk, :prefix)" : "#pk = :pk";
      const found: unknown[] = [];
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
        found.push(...(Items ?? []));
        from = LastEvaluatedKey;
      } while (from);
      return parseAll(schema, found);
    },

    async put(item, condition) {
      const command = new PutCommand({ TableName, Item: item, ...conditionOf(condition) });
      return (await orNull(client.send(command))) !== null;
    },

    change: async (key, update) => (await write(key, update)) !== null,

    update: async (key, schema, update) => parse(schema, (await write(key, update))?.Attributes),

    async remove(key, condition) {
      await orNull(client.send(new DeleteCommand({ TableName, Key: key, ...conditionOf(condition) })));
    },

    async take(key, schema) {
      const { Attributes } = await client.send(new DeleteCommand({ TableName, Key: key, ReturnValues: "ALL_OLD" }));
      return parse(schema, Attributes);
    },
  };
}
