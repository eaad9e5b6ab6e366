import type { AwsResponse } from "./service.ts";

/** What AWS's own endpoints let a page send. amazon-cognito-identity-js needs the first four, the SDKs the rest. */
const ALLOWED_HEADERS = [
  "content-type",
  "x-amz-target",
  "x-amz-user-agent",
  "cache-control",
  "amz-sdk-invocation-id",
  "amz-sdk-request",
  "authorization",
  "x-amz-date",
  "x-amz-security-token",
  "x-amz-content-sha256",
  "x-amzn-platform-id",
  "x-amzn-trace-id",
].join(",");

/** Carried by every answer of an AWS endpoint, refusals included: without them a page could not read why it was refused. */
export const corsHeaders: Readonly<Record<string, string>> = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date",
};

/** The answer to a preflight at an AWS endpoint. */
export const preflight = (): AwsResponse => ({
  status: 200,
  headers: {
    "access-control-allow-origin": "*",
    "access-control-allow-headers": ALLOWED_HEADERS,
    "access-control-allow-methods": "GET,POST,PUT,DELETE,OPTIONS",
    "access-control-expose-headers": "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date",
    "access-control-max-age": "172800",
  },
});
