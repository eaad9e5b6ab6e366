import { HTTP_API_ID, REGION, WEB_SOCKET_API_ID } from "../identifiers.ts";
import type { AwsRequest } from "./service.ts";

const DOMAIN = `${REGION}.amazonaws.com`;
const signaling = new RegExp(`^([mvr])-([0-9a-f]+)\\.kinesisvideo\\.${DOMAIN.replaceAll(".", "\\.")}$`);
const apis: Readonly<Record<string, (path: string) => string>> = {
  [`${HTTP_API_ID}.execute-api.${DOMAIN}`]: (path) => `/api${path}`,
  // Its first segment is the stage, which has one name here and another on AWS.
  [`${WEB_SOCKET_API_ID}.execute-api.${DOMAIN}`]: (path) => `/ws${path.replace(/^\/[^/]+/, "")}`,
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

/**
 * A request to one of AWS's hosts, as a client that knows only AWS sends it, becomes one to the path that local-aws has in
 * that host's place. The signature is still checked against the path that was sent.
 */
export function byAwsHost(request: AwsRequest): AwsRequest {
  const host = awsHostOf(request) ?? "";
  const [, kind, id] = signaling.exec(host) ?? [];
  const path =
    kind === undefined ? apis[host]?.(request.path) : `/${kind}/${id}${request.path === "/" ? "" : request.path}`;
  return path === undefined ? request : { ...request, path, signedPath: request.path };
}
