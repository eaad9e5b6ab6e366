import * as v from "valibot";
import { AwsError } from "../http/service.ts";
import { ACCOUNT, REGION } from "../identifiers.ts";

const tableSchema = v.object({ TableName: v.string(), IndexName: v.optional(v.string()) });
const batchSchema = v.object({ RequestItems: v.record(v.string(), v.unknown()) });

const tableArn = (nameOrArn: string): string =>
  nameOrArn.startsWith("arn:") ? nameOrArn : `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${nameOrArn}`;

/**
 * The ARNs an operation is judged on: every table a batch names; the index, in the table's place, when one is queried.
 * @throws AwsError ValidationException when the body names none.
 */
export function resourcesOf(operation: string, body: unknown): readonly string[] {
  if (operation === "ListTables") return ["*"];
  if (operation.startsWith("Batch")) {
    const parsed = v.safeParse(batchSchema, body);
    if (parsed.success) return Object.keys(parsed.output.RequestItems).map(tableArn);
  } else {
    const parsed = v.safeParse(tableSchema, body);
    if (parsed.success) {
      const { TableName, IndexName } = parsed.output;
      return [IndexName === undefined ? tableArn(TableName) : `${tableArn(TableName)}/index/${IndexName}`];
    }
  }
  throw new AwsError("ValidationException", `${operation} names no table.`);
}
