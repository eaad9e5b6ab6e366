import { setTimeout as delay } from "node:timers/promises";
import { ApiGatewayManagementApiClient } from "@aws-sdk/client-apigatewaymanagementapi";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KinesisVideoClient } from "@aws-sdk/client-kinesis-video";
import type { HandlersEnvironment } from "../handlers/index.ts";
import type { Cloud } from "./cloud.ts";
import { exampleConfig } from "./socket-server.ts";
import { CLIENT_ID, USER_POOL_ID } from "./tokens.ts";

export const TABLE = "lectern-test";
export const credentials = { accessKeyId: "test", secretAccessKey: "test" };

/** The handlers' environment in a test's cloud. */
export function createEnvironment(
  { url, dynamodbUrl }: Pick<Cloud, "url" | "dynamodbUrl">,
  now: () => number,
): HandlersEnvironment {
  const common = { region: "us-east-1", credentials, maxAttempts: 1 };
  return {
    now,
    // A quarter of every wait: collecting changes among the listeners was most of what these tests took.
    delay: (ms) => delay(ms / 4),
    environmentName: "test",
    tableName: TABLE,
    region: "us-east-1",
    userPoolId: USER_POOL_ID,
    clientId: CLIENT_ID,
    version: "0.0.0",
    dynamodb: new DynamoDBClient({ ...common, endpoint: dynamodbUrl }),
    kinesisVideo: new KinesisVideoClient({ ...common, endpoint: url }),
    connections: (endpoint) => new ApiGatewayManagementApiClient({ ...common, endpoint }),
    webSocketEndpoint: url,
    jwksUri: `${url}/jwks.json`,
    config: exampleConfig,
  };
}
