import type { Handlers } from "@lectern/session-api/handlers";
import * as v from "valibot";
import { jsonResponse } from "../http/json.ts";
import { AwsError, type Service } from "../http/service.ts";
import type { Authenticator } from "../iam/principal.ts";
import { ACCOUNT, REGION } from "../identifiers.ts";
import type { Account } from "./account.ts";

/** The one function that may be invoked by hand. */
export const REAPER_NAME = "lectern-local-reaper";

const ACCOUNT_SETTINGS = "/2016-08-19/account-settings";
const PATH = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;
const eventSchema = v.pipe(v.string(), v.parseJson(), v.object({ endAll: v.optional(v.boolean()) }));

/** Lambda: Invoke, of the reaper, and GetAccountSettings. */
export function createLambdaApi({
  account,
  authenticator,
  handlers,
}: {
  account: Account;
  authenticator: Authenticator;
  handlers: Pick<Handlers, "reap" | "endAll">;
}): Service {
  return {
    name: "lambda",
    protocol: "rest-json",
    claims: ({ method, path }) =>
      method === "POST" ? PATH.test(path) : method === "GET" && path.replace(/\/$/, "") === ACCOUNT_SETTINGS,
    async handle(request) {
      const principal = authenticator.authenticate(request, "lambda");
      if (request.method === "GET") {
        authenticator.authorize(principal, "lambda:GetAccountSettings", "*");
        return jsonResponse({ AccountLimit: { ConcurrentExecutions: account.concurrency } });
      }
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
