import type { CreateTableCommandInput } from "@aws-sdk/client-dynamodb";

/** Attribute (epoch seconds) to enable as the table's TTL: for cleaning only, no decision rests on it. */
export const TTL_ATTRIBUTE = "ttl";

/** The one table, as CreateTable takes it. TTL is switched on separately, on {@link TTL_ATTRIBUTE}. */
export const tableDefinition = (tableName: string): CreateTableCommandInput => ({
  TableName: tableName,
  BillingMode: "PAY_PER_REQUEST",
  AttributeDefinitions: [
    { AttributeName: "pk", AttributeType: "S" },
    { AttributeName: "sk", AttributeType: "S" },
  ],
  KeySchema: [
    { AttributeName: "pk", KeyType: "HASH" },
    { AttributeName: "sk", KeyType: "RANGE" },
  ],
});
