import { AwsError, type AwsRequest, type AwsResponse } from "./service.ts";

/** The body as JSON. @param reviver - as of JSON.parse; what it throws is passed on when it is an AwsError */
export function readJson(
  { body }: AwsRequest,
  refusal: () => AwsError,
  reviver?: (member: string, value: unknown) => unknown,
): unknown {
  try {
    return JSON.parse(body.toString("utf8"), reviver);
  } catch (cause) {
    throw cause instanceof AwsError ? cause : refusal();
  }
}

export const jsonResponse = (
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): AwsResponse => ({
  status,
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(value),
});
