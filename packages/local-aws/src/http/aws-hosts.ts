import { HTTP_API_ID, REGION, WEB_SOCKET_API_ID } from "../identifiers.ts";
import type { AwsRequest } from "./service.ts";

const signaling = new RegExp(`^([mvr])-([0-9a-f]+)\\.kinesisvideo\\.${REGION}\\.amazonaws\\.com$`);
const apis: Readonly<Record<string, (path: string) => string>> = {
  [`${HTTP_API_ID}.execute-api.${REGION}.amazonaws.com`]: (path) => `/api${path}`,
  // Its first segment is the stage, which has one name here and another on AWS.
  [`${WEB_SOCKET_API_ID}.execute-api.${REGION}.amazonaws.com`]: (path) => `/ws${path.replace(/^\/[^/]+/, "")}`,
};

function pathHere(host: string, path: string): string | undefined {
  const [, kind, id] = signaling.exec(host) ?? [];
  if (kind !== undefined) return `/${kind}/${id}${path === "/" ? "" : path}`;
  return apis[host]?.(path);
}

/**
 * A request to one of AWS's hosts, as a page built for AWS sends it, becomes one to the path that local-aws has in that
 * host's place. The signature is still checked against the path that was sent.
 */
export function byAwsHost(request: AwsRequest): AwsRequest {
  const path = pathHere(request.headers.host ?? "", request.path);
  return path === undefined ? request : { ...request, path, signedPath: request.path };
}
