import { jsonResponse, readJson } from "./json.ts";
import { AwsError, type AwsRequest, type Service } from "./service.ts";

/** One operation of an AWS JSON 1.1 service: judges its input, and who signed the request where that counts; answers with what is written as JSON. */
export type JsonOperation = (input: unknown, request: AwsRequest) => unknown;

const notJson = () => new AwsError("SerializationException", "Start of structure or map found where not expected.");

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
      // To AWS a member that is null was not given; amazon-cognito-identity-js writes some like that.
      const input = readJson(request, notJson, (_member, value) => value ?? undefined);
      return jsonResponse(await operation(input, request), { "content-type": "application/x-amz-json-1.1" });
    },
  };
}
