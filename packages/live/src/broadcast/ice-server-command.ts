import { GetIceServerConfigCommand, KinesisVideoSignalingClient } from "@aws-sdk/client-kinesis-video-signaling";
import type { CredentialsProvider } from "../credentials.ts";
import { LiveError } from "../errors.ts";
import { refusal } from "../signaling/ice-server-requests.ts";
import type { IceServerConfigRequest } from "../signaling/ice-servers.ts";

/** GetIceServerConfig through AWS's client, for the speaker's page. */
export function createIceServerConfigCommand(options: {
  httpsEndpoint: string;
  channelArn: string;
  region: string;
  credentials: CredentialsProvider;
  /** What the server's clock is ahead of this machine's, ms: it is in the signature. */
  clockOffsetMs(): number;
}): IceServerConfigRequest {
  const { httpsEndpoint, channelArn, region, credentials, clockOffsetMs } = options;
  const client = new KinesisVideoSignalingClient({
    endpoint: httpsEndpoint,
    region,
    // Kept by their owner, who knows the server's time; the client would judge their end by this machine's clock.
    credentials: async () => ({ ...(await credentials()), expiration: new Date(0) }),
    maxAttempts: 2,
  });
  return async () => {
    try {
      client.config.systemClockOffset = clockOffsetMs();
      return await client.send(new GetIceServerConfigCommand({ ChannelARN: channelArn, Service: "TURN" }));
    } catch (cause) {
      if (cause instanceof LiveError) throw cause;
      const { name, message, $metadata } = cause as {
        name?: string;
        message?: string;
        $metadata?: { httpStatusCode?: number };
      };
      throw refusal($metadata?.httpStatusCode, `${name}: ${message}`, cause);
    }
  };
}
