import type { GenericSchema, InferOutput } from "valibot";
import { readInput } from "../http/model.ts";
import { invalidParameter, missingParameter, notFound } from "./exceptions.ts";
import type { UserPool } from "./user-pool.ts";

export type Parameters = Readonly<Record<string, string>>;

/**
 * Input as an operation needs it.
 * @throws AwsError InvalidParameterException naming what is wrong, SerializationException
 */
export function parseInput<S extends GenericSchema>(schema: S, input: unknown): InferOutput<S> {
  return readInput(schema, input, invalidParameter);
}

/** @throws AwsError InvalidParameterException */
export function required(parameters: Parameters, name: string): string {
  const value = parameters[name];
  if (!value) throw missingParameter(name);
  return value;
}

/** @throws AwsError ResourceNotFoundException */
export function checkClient({ clientId }: UserPool, given: string): void {
  if (given !== clientId) throw notFound(`User pool client ${given} does not exist.`);
}
