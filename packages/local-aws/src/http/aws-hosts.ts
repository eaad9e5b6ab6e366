import { HTTP_API_ID, REGION, WEB_SOCKET_API_ID } from "../identifiers.ts";
import type { AwsRequest } from "./service.ts";

const DOMAIN = `${REGION}.amazonaws.com`;
const signaling = new RegExp(`^([mvr])-([0-9a-f]+)\\.kinesisvideo\\.${DOMAIN.replaceAll(".", "\\.")}$`);
const apis: Readonly<Record<string, { service: string; pathOf(path: string): string }>> = {
  [`${HTTP_API_ID}.execute-api.${DOMAIN}`]: { service: "http-api", pathOf: (path) => `/api${path}` },
  [`${WEB_SOCKET_API_ID}.execute-api.${DOMAIN}`]: {
    service: "web-socket-api",
    // Its first segment is the stage, which has one name here and another on AWS.
    pathOf: (path) => `/ws${path.replace(/^\/[^/]+/, "")}`,
  },
};
/** Of services that are told apart by more than their host. The last three are the same in every region. */
const services = [
  ...[
    "cognito-idp",
    "cognito-identity",
    "sts",
    "kinesisvideo",
    "dynamodb",
    "cloudformation",
    "lambda",
    "servicequotas",
  ].map((service) => `${service}.${DOMAIN}`),
  ...["sts", "iam", "cloudfront"].map((service) => `${service}.amazonaws.com`),
];

/** All that is played under AWS's names, as a certificate has it. */
export const AWS_HOSTS: readonly string[] = [...services, ...Object.keys(apis), `*.kinesisvideo.${DOMAIN}`];

export const COGNITO_IDP_HOST = `cognito-idp.${DOMAIN}`;

/** What AWS calls the endpoint of a channel: `m` for masters, `v` for viewers, `r` for HTTPS. */
export const endpointHost = (kind: "m" | "v" | "r", id: string): string => `${kind}-${id}.kinesisvideo.${DOMAIN}`;

/** Whether local-aws plays this host of AWS's. */
export const isAwsHost = (host: string): boolean =>
  services.includes(host) || Object.hasOwn(apis, host) || signaling.test(host);

/** The host of AWS's that a request names, if it does. */
export function awsHostOf({ headers }: Pick<AwsRequest, "headers">): string | undefined {
  const host = headers.host?.toLowerCase().replace(/:443$/, "") ?? "";
  return isAwsHost(host) ? host : undefined;
}

/** Whether this service answers where a request was sent: each of AWS's hosts has one, and local-aws's own address all. */
export function isAt(request: Pick<AwsRequest, "headers">, service: string): boolean {
  const host = awsHostOf(request);
  if (host === undefined) return true;
  if (host === COGNITO_IDP_HOST && service === "well-known") return true;
  return service === (signaling.test(host) ? "signaling" : (apis[host]?.service ?? host.split(".")[0]));
}

/**
 * A request to one of AWS's hosts, as a client that knows only AWS sends it, becomes one to the path that local-aws has in
 * that host's place. The signature is still checked against the path that was sent.
 */
export function byAwsHost(request: AwsRequest): AwsRequest {
  const host = awsHostOf(request) ?? "";
  const [, kind, id] = signaling.exec(host) ?? [];
  const path =
    kind === undefined ? apis[host]?.pathOf(request.path) : `/${kind}/${id}${request.path === "/" ? "" : request.path}`;
  return path === undefined ? request : { ...request, path, signedPath: request.path };
}
