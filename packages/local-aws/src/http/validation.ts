import { type GenericSchema, getDotPath, type InferOutput, safeParse } from "valibot";
import type { AwsError } from "./service.ts";

/** AWS's words for a member that breaks its service's model. @param value - left out where it is not told */
export const violation = (member: string, constraint: string, value?: string): string =>
  `Value ${value === undefined ? "" : `${value} `}at '${member}' failed to satisfy constraint: ${constraint}`;

/** AWS's model names members in camel case, whatever the wire does: `RoleArn` is `roleArn`. */
export const modelName = (member: string): string => member.charAt(0).toLowerCase() + member.slice(1);

export const oneValidationError = (text: string): string => `1 validation error detected: ${text}`;

/**
 * Input that meets its schema.
 * @param refusal - the service's error for the first constraint that is broken; no member when all of the input is wrong
 */
export function validate<S extends GenericSchema>(
  schema: S,
  input: unknown,
  refusal: (constraint: string, member: string | null) => AwsError,
): InferOutput<S> {
  const parsed = safeParse(schema, input);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw refusal(issue.message, getDotPath(issue));
}
