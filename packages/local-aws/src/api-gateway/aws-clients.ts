import { ApiGatewayManagementApiClient } from "@aws-sdk/client-apigatewaymanagementapi";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KinesisVideoClient } from "@aws-sdk/client-kinesis-video";
import type { HandlersEnvironment } from "@lectern/session-api/handlers";
import type { Clock } from "../http/service.ts";
import type { IssuedCredentials } from "../iam/credential-store.ts";
import { REGION } from "../identifiers.ts";

/** Signs by the stand-in's clock: the SDK's own would be off by whatever the clock was moved, and be refused for skew. */
export function followClock(config: { systemClockOffset: number }, clock: Clock): void {
  Object.defineProperty(config, "systemClockOffset", { get: () => clock.now() - Date.now(), set: () => {} });
}

/** The real SDK clients the handlers get: every call is signed with their role's credentials and judged like anyone's. */
export function createAwsClients(
  url: string,
  clock: Clock,
  { accessKeyId, secretAccessKey, sessionToken }: IssuedCredentials,
): Pick<HandlersEnvironment, "dynamodb" | "kinesisVideo" | "connections"> & { destroy(): void } {
  const configuration = {
    region: REGION,
    endpoint: url,
    credentials: { accessKeyId, secretAccessKey, sessionToken },
  };
  const dynamodb = new DynamoDBClient(configuration);
  const kinesisVideo = new KinesisVideoClient(configuration);
  followClock(dynamodb.config, clock);
  followClock(kinesisVideo.config, clock);
  const managers = new Map<string, ApiGatewayManagementApiClient>();
  return {
    dynamodb,
    kinesisVideo,
    connections(endpoint) {
      const manager = managers.get(endpoint) ?? new ApiGatewayManagementApiClient({ ...configuration, endpoint });
      followClock(manager.config, clock);
      managers.set(endpoint, manager);
      return manager;
    },
    destroy() {
      for (const client of [dynamodb, kinesisVideo, ...managers.values()]) client.destroy();
    },
  };
}
