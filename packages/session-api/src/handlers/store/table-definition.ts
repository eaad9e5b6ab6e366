import type { CreateTableCommandInput } from "@aws-sdk/client-dynamodb";

/** The attribute (epoch seconds) to enable as the table's TTL. It only cleans up: nothing relies on when that happens. */
export const TTL_ATTRIBUTE = "ttl";

/** The table, as CreateTable takes it. TTL is enabled separately, on {@link TTL_ATTRIBUTE}. */
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
