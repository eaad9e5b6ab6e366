import type { ApiGatewayManagementApiClient } from "@aws-sdk/client-apigatewaymanagementapi";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { KinesisVideoClient } from "@aws-sdk/client-kinesis-video";
import type {
  APIGatewayProxyEventV2,
  APIGatewayProxyEventV2WithJWTAuthorizer,
  APIGatewayProxyResultV2,
  APIGatewayProxyStructuredResultV2,
  APIGatewayProxyWebsocketEventV2,
} from "aws-lambda";
import type { ConfigResponse } from "../contract/index.ts";

/** Where the handlers run, and with what clients of AWS. */
export interface HandlersEnvironment {
  /** Epoch ms. */
  now(): number;
  /** Resolves after so many ms. */
  delay(ms: number): Promise<unknown>;
  /** `[a-z0-9]{1,16}`: the second part of every channel's name. */
  environmentName: string;
  tableName: string;
  region: string;
  userPoolId: string;
  /** The User Pool's app client; access tokens of others are refused. */
  clientId: string;
  /** For `GET /config`. */
  version: string;
  dynamodb: DynamoDBClient;
  kinesisVideo: KinesisVideoClient;
  connections(endpoint: string): ApiGatewayManagementApiClient;
  /** Endpoint of the WebSocket API's `@connections`, given to `connections`. */
  webSocketEndpoint: string;
  /** Where the pool's public keys are; default: AWS's address for the region and pool. */
  jwksUri?: string;
  /** For `GET /config` as well. */
  config: Omit<ConfigResponse, "version" | "serverTime">;
}

/**
 * The session API's entry points. They keep no state: each call may be in another process, and messages of one socket may be
 * handled out of order or twice.
 */
export interface Handlers {
  /** HTTP API, payload 2.0, stage `$default`, paths from `/`. Never throws: a failure is answered with `{ code, message }`. */
  http(
    event: APIGatewayProxyEventV2WithJWTAuthorizer | APIGatewayProxyEventV2,
  ): Promise<APIGatewayProxyStructuredResultV2>;
  /** WebSocket API: `$connect`, `$disconnect`, and `$default` for every action. Answers go out by `@connections`. */
  webSocket(event: APIGatewayProxyWebsocketEventV2): Promise<APIGatewayProxyResultV2>;
  /** To be called once a minute: ends abandoned sessions, deletes unused channels, removes dead seats and connections. */
  reap(): Promise<void>;
  /** For an emergency: ends every session on air, whoever hosts it, tells everyone, and deletes the channels. */
  endAll(): Promise<void>;
}
