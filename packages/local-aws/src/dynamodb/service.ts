import { readJson } from "../http/json.ts";
import { AwsError, type AwsRequest, type AwsResponse, type ClosableService } from "../http/service.ts";
import type { Authenticator } from "../iam/principal.ts";
import { resourcesOf } from "./resources.ts";
import type { Store } from "./store.ts";

const TARGET = /^DynamoDB_20120810\.(\w+)$/;

// dynalite wants an Authorization header of this shape and does not verify it; the real one has been, here.
const UNVERIFIED = "AWS4-HMAC-SHA256 Credential=internal, SignedHeaders=internal, Signature=internal";

/** Null in a value's place makes dynalite throw where nobody catches it, which would end this process. */
function refuseNull(_name: string, value: unknown): unknown {
  if (value !== null) return value;
  throw new AwsError(
    "ValidationException",
    "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes",
  );
}

const notJson = () => new AwsError("SerializationException", "The request body is not JSON.");

/** DynamoDB: signature, then policy, then dynalite, whose store whoever opened it closes. */
export function createDynamoDb({
  authenticator,
  store,
}: {
  authenticator: Authenticator;
  store: Store;
}): ClosableService {
  const unanswered = new Set<Promise<unknown>>();
  let closing = false;

  async function answerOf(target: string, { headers, body }: AwsRequest): Promise<AwsResponse> {
    const response = await fetch(store.url, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": target,
        "x-amz-date": headers["x-amz-date"] ?? "",
        authorization: UNVERIFIED,
      },
      body: new Uint8Array(body),
    });
    return {
      status: response.status,
      headers: { "content-type": "application/x-amz-json-1.0" },
      body: await response.text(),
    };
  }

  return {
    name: "dynamodb",
    claims: ({ headers }) => headers["x-amz-target"]?.startsWith("DynamoDB_") ?? false,
    async handle(request) {
      const target = request.headers["x-amz-target"] ?? "";
      const [, operation] = TARGET.exec(target) ?? [];
      if (operation === undefined) throw new AwsError("UnknownOperationException", `No operation ${target}.`);
      const principal = authenticator.authenticate(request, "dynamodb");
      for (const resource of resourcesOf(operation, readJson(request, notJson, refuseNull))) {
        authenticator.authorize(principal, `dynamodb:${operation}`, resource);
      }
      if (closing) throw new AwsError("ServiceUnavailable", "The stand-in is being ended.", 503);
      const answer = answerOf(target, request);
      unanswered.add(answer);
      return answer.finally(() => unanswered.delete(answer));
    },
    async close() {
      closing = true;
      // dynalite throws where nobody catches it if it is closed while it works.
      await Promise.allSettled(unanswered);
    },
  };
}
