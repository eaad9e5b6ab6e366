import { setTimeout as delay } from "node:timers/promises";
import { ApiGatewayManagementApiClient } from "@aws-sdk/client-apigatewaymanagementapi";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KinesisVideoClient } from "@aws-sdk/client-kinesis-video";
import { configResponseSchema } from "@lectern/session-api/contract";
import type { HandlersEnvironment } from "@lectern/session-api/handlers";
import * as v from "valibot";

/** The functions' environment variables, set by SessionStack, AWS_REGION by Lambda. */
const schema = v.object({
  AWS_REGION: v.string(),
  LECTERN_ENVIRONMENT: v.string(),
  LECTERN_TABLE: v.string(),
  LECTERN_USER_POOL_ID: v.string(),
  LECTERN_CLIENT_ID: v.string(),
  LECTERN_WEB_SOCKET_ENDPOINT: v.string(),
  LECTERN_VERSION: v.string(),
  /** What `GET /config` answers. */
  LECTERN_CONFIG: v.pipe(v.string(), v.parseJson(), v.omit(configResponseSchema, ["version", "serverTime"])),
  /** Only on local-aws: where the User Pool's public keys are. */
  LECTERN_JWKS_URI: v.optional(v.string()),
});
/** The variables that a deployment sets. */
export type FunctionVariables = Omit<v.InferInput<typeof schema>, "AWS_REGION" | "LECTERN_JWKS_URI">;

/** The handlers' environment on Lambda. Called once a process; AWS's clients find region and credentials themselves. */
export function readEnvironment(variables: Record<string, string | undefined>): HandlersEnvironment {
  const env = v.parse(schema, variables);
  return {
    now: Date.now,
    delay,
    environmentName: env.LECTERN_ENVIRONMENT,
    tableName: env.LECTERN_TABLE,
    region: env.AWS_REGION,
    userPoolId: env.LECTERN_USER_POOL_ID,
    clientId: env.LECTERN_CLIENT_ID,
    version: env.LECTERN_VERSION,
    dynamodb: new DynamoDBClient({}),
    kinesisVideo: new KinesisVideoClient({}),
    connections: (endpoint) => new ApiGatewayManagementApiClient({ endpoint }),
    webSocketEndpoint: env.LECTERN_WEB_SOCKET_ENDPOINT,
    config: env.LECTERN_CONFIG,
    ...(env.LECTERN_JWKS_URI !== undefined && { jwksUri: env.LECTERN_JWKS_URI }),
  };
}
