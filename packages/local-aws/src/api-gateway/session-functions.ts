import type { Handlers } from "@lectern/session-api/handlers";
import * as v from "valibot";
import type { MovableClock } from "../clock.ts";
import type { IssuedCredentials } from "../iam/credential-store.ts";
import { type Identifiers, REGION, TABLE_NAME } from "../identifiers.ts";
import { createLambda, type LambdaFunction } from "../lambda/lambda.ts";

/** The session API's functions as a deployment has them. */
export interface SessionFunctions {
  http: LambdaFunction;
  webSocket: LambdaFunction;
  reaper: LambdaFunction;
}

export interface SessionFunctionsOptions {
  url: string;
  /** Where the User Pool's public keys are. */
  jwksUri: string;
  clock: MovableClock;
  identifiers: Identifiers;
  /** Of the handlers' role. */
  credentials: IssuedCredentials;
}

const httpResultSchema = v.object({
  statusCode: v.optional(v.number()),
  headers: v.optional(v.record(v.string(), v.union([v.string(), v.number(), v.boolean()]))),
  body: v.optional(v.string()),
  isBase64Encoded: v.optional(v.boolean()),
});
const webSocketResultSchema = v.object({ statusCode: v.number() });

/** The deployed bundles in the place of the handlers: with their role's credentials, AWS at this stand-in's address. */
export function createSessionFunctions(
  { url, jwksUri, clock, identifiers, credentials }: SessionFunctionsOptions,
  functions: SessionFunctions,
): Handlers {
  const here = {
    AWS_REGION: REGION,
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: credentials.sessionToken,
    LECTERN_ENVIRONMENT: "local",
    LECTERN_TABLE: TABLE_NAME,
    LECTERN_USER_POOL_ID: identifiers.userPoolId,
    LECTERN_CLIENT_ID: identifiers.clientId,
    LECTERN_WEB_SOCKET_ENDPOINT: `${url}/ws`,
    LECTERN_JWKS_URI: jwksUri,
  };
  const lambda = ({ file, environment }: LambdaFunction) =>
    createLambda({ file, environment: { ...environment, ...here } }, clock);
  const http = lambda(functions.http);
  const webSocket = lambda(functions.webSocket);
  const reaper = lambda(functions.reaper);
  return {
    http: async (event) => v.parse(httpResultSchema, await http(event)),
    webSocket: async (event) => v.parse(webSocketResultSchema, await webSocket(event)),
    reap: async () => void (await reaper({})),
    endAll: async () => void (await reaper({ endAll: true })),
  };
}
