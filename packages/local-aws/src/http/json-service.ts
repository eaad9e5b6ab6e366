import { type BaseIssue, type BaseSchema, type InferOutput, safeParse } from "valibot";
import { AwsError, type AwsRequest, type Service } from "./service.ts";

/** One operation of an AWS JSON 1.1 service: judges its input, and who signed the request where that counts; answers with what is written as JSON. */
export type JsonOperation = (input: unknown, request: AwsRequest) => unknown;

/** To AWS a member that is null was not given; amazon-cognito-identity-js writes some like that. */
function readJson(request: AwsRequest): unknown {
  try {
    return JSON.parse(request.body.toString("utf8"), (_member, value: unknown) => value ?? undefined);
  } catch {
    throw new AwsError("SerializationException", "Start of structure or map found where not expected.");
  }
}

/**
 * Input as an operation needs it.
 * @throws AwsError InvalidParameterException naming the member, as Cognito does.
 */
export function parseInput<S extends BaseSchema<unknown, unknown, BaseIssue<unknown>>>(
  schema: S,
  input: unknown,
): InferOutput<S> {
  const parsed = safeParse(schema, input);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const path = issue.path?.map(({ key }) => String(key)).join(".") ?? "request";
  const member = path.charAt(0).toLowerCase() + path.slice(1);
  throw new AwsError(
    "InvalidParameterException",
    `1 validation error detected: Value at '${member}' failed to satisfy constraint: ${issue.message}`,
  );
}

/** AWS JSON 1.1: the operation is named by X-Amz-Target. */
export function createJsonService(
  name: string,
  targetPrefix: string,
  operations: Readonly<Record<string, JsonOperation>>,
): Service {
  const prefix = `${targetPrefix}.`;
  const known = new Map(Object.entries(operations));
  return {
    name,
    protocol: "json",
    claims: ({ headers }) => headers["x-amz-target"]?.startsWith(prefix) ?? false,
    async handle(request) {
      const operation = known.get(request.headers["x-amz-target"]?.slice(prefix.length) ?? "");
      if (operation === undefined) throw new AwsError("UnknownOperationException", "");
      const output = await operation(readJson(request), request);
      return {
        status: 200,
        headers: { "content-type": "application/x-amz-json-1.1" },
        body: JSON.stringify(output),
      };
    },
  };
}
