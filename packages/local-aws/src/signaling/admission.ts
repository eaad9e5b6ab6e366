import { AwsError, type AwsRequest } from "../http/service.ts";
import type { Authenticator } from "../iam/principal.ts";
import type { Channel, Channels } from "../kinesis-video/channels.ts";
import { channelNotFound, invalidArgument, isName } from "../kinesis-video/operation.ts";

/** What a presigned URL asked for, once it is known to be allowed. */
export interface Admission {
  channel: Channel;
  /** Null: as master. */
  clientId: string | null;
}

function readClientId(role: "MASTER" | "VIEWER", query: URLSearchParams): string | null {
  const clientId = query.get("X-Amz-ClientId");
  if (role === "MASTER") {
    if (clientId !== null) throw invalidArgument("X-Amz-ClientId is not allowed for a master.");
    return null;
  }
  if (clientId === null) throw invalidArgument("X-Amz-ClientId is required for a viewer.");
  if (!isName(clientId)) throw invalidArgument("X-Amz-ClientId does not match its pattern.");
  if (/^AWS_/i.test(clientId)) throw invalidArgument("X-Amz-ClientId must not start with AWS_.");
  return clientId;
}

/**
 * Judges the request that opens a signaling socket.
 * @throws AwsError 400 InvalidArgumentException, 403 (signature, token or policy), 404 ResourceNotFoundException.
 */
export function admit(
  { channels, authenticator }: { channels: Channels; authenticator: Authenticator },
  role: "MASTER" | "VIEWER",
  request: AwsRequest,
): Admission {
  const endpoint = channels.byEndpointId(request.path.split("/")[2] ?? "");
  if (endpoint === undefined) throw channelNotFound("of this endpoint");
  const query = new URLSearchParams(request.query);
  if (!query.has("X-Amz-Signature")) {
    throw new AwsError("MissingAuthenticationTokenException", "Missing Authentication Token", 403);
  }
  const principal = authenticator.authenticate(request, "kinesisvideo");
  const channelArn = query.get("X-Amz-ChannelARN");
  if (channelArn === null) throw invalidArgument("X-Amz-ChannelARN is required.");
  const clientId = readClientId(role, query);
  const action = role === "MASTER" ? "kinesisvideo:ConnectAsMaster" : "kinesisvideo:ConnectAsViewer";
  authenticator.authorize(principal, action, channelArn);
  const channel = channels.byArn(channelArn);
  if (channel === undefined || channel.status !== "ACTIVE") throw channelNotFound(channelArn);
  if (channel !== endpoint) throw invalidArgument("X-Amz-ChannelARN is not of this endpoint's channel.");
  return { channel, clientId };
}

/** Documented for the upgrade: whatever is wrong with signature, token or policy is 403; only arguments and limits are 400. */
export function upgradeError(error: AwsError): AwsError {
  const is400 = ["InvalidArgumentException", "ClientLimitExceededException"].includes(error.type);
  return is400 || error.status === 404 ? error : new AwsError(error.type, error.message, 403);
}
