import { CodedError } from "@lectern/primitives";

export type InfraErrorCode =
  /** The command line is wrong. */
  | "bad-option"
  /** `environments/NAME.json` is wrong. */
  | "bad-settings"
  /** Something must be changed on AWS first; the message says what, and how. */
  | "not-ready"
  /** A tool that was started (the CDK's command, Vite) failed and has printed why. */
  | "tool-failed";

/** Its message is shown to the person who runs the command. */
export class InfraError extends CodedError<InfraErrorCode> {
  override readonly name = "InfraError";
}
