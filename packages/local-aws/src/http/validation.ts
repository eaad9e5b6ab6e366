import { type GenericSchema, getDotPath, type InferOutput, safeParse } from "valibot";
import type { AwsError } from "./service.ts";

/**
 * Input that meets its schema.
 * @param refusal - the error for the first thing that is wrong; no member when all of the input is
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
