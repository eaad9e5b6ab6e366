import type { Handlers } from "@lectern/session-api/handlers";
import * as v from "valibot";
import { AwsError, type Service } from "../http/service.ts";
import type { Authenticator } from "../iam/principal.ts";
import { ACCOUNT, REGION } from "../identifiers.ts";

/** The one function that may be invoked by hand. */
export const REAPER_NAME = "lectern-local-reaper";

const PATH = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;
const eventSchema = v.pipe(v.string(), v.parseJson(), v.object({ endAll: v.optional(v.boolean()) }));

/** Lambda's Invoke, of the reaper. */
export function createLambdaApi({
  authenticator,
  handlers,
}: {
  authenticator: Authenticator;
  handlers: Pick<Handlers, "reap" | "endAll">;
}): Service {
  return {
    name: "lambda",
    protocol: "rest-json",
    claims: ({ method, path }) => method === "POST" && PATH.test(path),
    async handle(request) {
      const principal = authenticator.authenticate(request, "lambda");
      const arn = `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${PATH.exec(request.path)?.[1]}`;
      authenticator.authorize(principal, "lambda:InvokeFunction", arn);
      if (!arn.endsWith(`:${REAPER_NAME}`)) {
        throw new AwsError("ResourceNotFoundException", `Function not found: ${arn}`, 404);
      }
      const event = v.safeParse(eventSchema, request.body.toString("utf8") || "{}");
      if (!event.success)
        throw new AwsError("InvalidRequestContentException", "Could not parse request body into json.");
      try {
        await (event.output.endAll ? handlers.endAll() : handlers.reap());
        return { status: 200, body: "null" };
      } catch (error) {
        const { name, message } = error instanceof Error ? error : new Error(String(error));
        return {
          status: 200,
          headers: { "x-amz-function-error": "Unhandled" },
          body: JSON.stringify({ errorType: name, errorMessage: message }),
        };
      }
    },
  };
}
