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

/** To AWS a member that is null was not given; amazon-cognito-identity-js writes some like that. */
export const nullIsNotGiven = (_member: string, value: unknown): unknown => value ?? undefined;

export const notJson = (): AwsError => new AwsError("SerializationException", "");

export const jsonResponse = (
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): AwsResponse => ({
  status,
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(value),
});
