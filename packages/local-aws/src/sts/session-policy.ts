import type { PolicyDocument } from "@lectern/infra/policies";
import { array, literal, object, optional, picklist, record, safeParse, strictObject, string, union } from "valibot";
import { AwsError } from "../http/service.ts";

const oneOrMany = union([string(), array(string())]);
const statement = strictObject({
  Sid: optional(string()),
  Effect: picklist(["Allow", "Deny"]),
  Action: oneOrMany,
  Resource: oneOrMany,
  Condition: optional(record(string(), record(string(), oneOrMany))),
});
const schema = object({ Version: literal("2012-10-17"), Statement: array(statement) });

/** The session policy a caller caps itself with. @throws AwsError MalformedPolicyDocument */
export function readSessionPolicy(text: string): PolicyDocument {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new AwsError("MalformedPolicyDocument", "This policy contains invalid Json");
  }
  const parsed = safeParse(schema, json);
  if (!parsed.success) throw new AwsError("MalformedPolicyDocument", "Syntax errors in policy.");
  const { Version, Statement } = parsed.output;
  return {
    Version,
    Statement: Statement.map(({ Sid, Condition, ...rest }) => ({
      ...rest,
      ...(Sid !== undefined && { Sid }),
      ...(Condition !== undefined && { Condition }),
    })),
  };
}
