export type InfraErrorCode =
  /** The command line says something that makes no sense. */
  | "bad-option"
  /** `environments/NAME.json` does. */
  | "bad-settings"
  /** AWS has something that must be otherwise first; the message says what and how. */
  | "not-ready"
  /** A tool that was started (the CDK's command, Vite) ended badly; it has said why. */
  | "tool-failed";

/** What a person who runs a command is told: the message is for them. */
export class InfraError extends Error {
  readonly code: InfraErrorCode;
  constructor(code: InfraErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "InfraError";
    this.code = code;
  }
}
