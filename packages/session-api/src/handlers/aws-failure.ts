import { isThrottlingType } from "@lectern/primitives";

/**
 * How a call to an AWS service failed: "throttled" and "unavailable" pass by themselves; "refused" is a permission, a
 * credential or a setting of the deployment, which do not.
 */
export interface AwsFailure {
  kind: "throttled" | "unavailable" | "refused";
  /** The error's type, as AWS or the network names it. */
  name: string;
  /** HTTP status; undefined where there was no answer. */
  status: number | undefined;
}

/** Null: the error is not a call's. AWS's SDK marks whatever comes of one with `$metadata`, failures of the network included. */
export function awsFailureOf(error: unknown): AwsFailure | null {
  if (!(error instanceof Error) || !("$metadata" in error)) return null;
  const { name } = error;
  const { httpStatusCode: status } = (error.$metadata ?? {}) as { httpStatusCode?: number };
  if (status === 429 || isThrottlingType(name)) return { kind: "throttled", name, status };
  return { kind: status === undefined || status >= 500 ? "unavailable" : "refused", name, status };
}
