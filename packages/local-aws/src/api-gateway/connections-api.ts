import { decoded } from "../http/decoded.ts";
import { jsonResponse } from "../http/json.ts";
import { AwsError, type AwsRequest, type AwsResponse } from "../http/service.ts";
import type { Authenticator } from "../iam/principal.ts";
import { ACCOUNT, REGION, WEB_SOCKET_API_ID } from "../identifiers.ts";
import type { Connection } from "./connection.ts";
import { STAGE } from "./web-socket-event.ts";

const PATH = /^\/ws\/(?:@|%40)connections\/([^/]+)$/i;
const MAX_PAYLOAD_BYTES = 128 * 1024;

/** `@connections`, by which integrations reach sockets. */
export const isConnectionsPath = (path: string): boolean => PATH.test(path);

const iso = (epochMs: number): string => new Date(epochMs).toISOString();

/** Signature (execute-api) and policy (execute-api:ManageConnections) first: a stranger does not learn which ids exist. */
export function handleConnections(
  { authenticator, connections }: { authenticator: Authenticator; connections: ReadonlyMap<string, Connection> },
  request: AwsRequest,
): AwsResponse {
  const connectionId = decoded(PATH.exec(request.path)?.[1] ?? "");
  const principal = authenticator.authenticate(request, "execute-api");
  const api = `arn:aws:execute-api:${REGION}:${ACCOUNT}:${WEB_SOCKET_API_ID}`;
  const resource = `${api}/${STAGE}/${request.method}/@connections/${connectionId}`;
  authenticator.authorize(principal, "execute-api:ManageConnections", resource);
  const connection = connections.get(connectionId);
  if (connection === undefined) throw new AwsError("GoneException", "Gone", 410);

  switch (request.method) {
    case "POST":
      if (request.body.length > MAX_PAYLOAD_BYTES) {
        throw new AwsError("PayloadTooLargeException", "The payload is too large.", 413);
      }
      connection.send(request.body.toString("utf8"));
      return { status: 200 };
    case "DELETE":
      connection.close(1000, "Connection Closed Normally");
      return { status: 204 };
    case "GET":
      return jsonResponse({
        connectedAt: iso(connection.connectedAt),
        lastActiveAt: iso(connection.lastActiveAt()),
        identity: { sourceIp: connection.sourceIp, userAgent: connection.userAgent },
      });
    default:
      throw new AwsError("ForbiddenException", "Forbidden", 403);
  }
}
