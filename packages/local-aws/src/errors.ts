import { CodedError } from "@lectern/primitives";

/** Why local-aws could not start or go on. Refusals to callers are `AwsError`, in AWS's own terms. */
export type LocalAwsErrorCode =
  /** Another process listens there: choose another port or end it. */
  | "port-in-use"
  /** Another process uses the data directory: end that one, or choose another directory. */
  | "data-in-use"
  /** A file of the data directory cannot be read: the message names it; remove it or start fresh. */
  | "corrupt-data"
  /** A policy uses an operator, key or variable the stand-in does not know: it must be built before it is relied on. */
  | "unsupported-policy"
  /** An account cannot be created as asked: the message says why. */
  | "invalid-user";

export class LocalAwsError extends CodedError<LocalAwsErrorCode> {
  override readonly name = "LocalAwsError";
}
