import { jsonResponse, notJson, nullIsNotGiven, readJson } from "./json.ts";
import { AwsError, type AwsRequest, type Service } from "./service.ts";

/** One operation of an AWS JSON 1.1 service: judges its input, and who signed the request where that counts; answers with what is written as JSON. */
export type JsonOperation = (input: unknown, request: AwsRequest) => unknown;

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
      const { method, headers } = request;
      // Another method or another protocol's content type finds no operation.
      const isCall = method === "POST" && headers["content-type"]?.startsWith("application/x-amz-json-1.1");
      if (!isCall) throw new AwsError("UnknownOperationException", "", 404);
      const operation = known.get(request.headers["x-amz-target"]?.slice(prefix.length) ?? "");
      if (operation === undefined) throw new AwsError("UnknownOperationException", "");
      const input = readJson(request, notJson, nullIsNotGiven);
      return jsonResponse(await operation(input, request), { "content-type": "application/x-amz-json-1.1" });
    },
  };
}
