import type { GenericSchema, InferOutput } from "valibot";
import { mapOf, readInput, text } from "../http/model.ts";
import { AwsError } from "../http/service.ts";

/**
 * Members of the Identity Pool's operations, as the API's published model bounds them. An identity's ID has the same form.
 * @see https://github.com/boto/botocore botocore/data/cognito-identity/2014-06-30/service-2.json
 */
export const identityPoolId = text({ min: 1, max: 55, pattern: "[\\w-]+:[0-9a-f-]+" });
export const providerName = { min: 1, max: 128 };
export const logins = mapOf(providerName, { min: 1, max: 50_000, secret: true }, 10);

/** @throws AwsError ValidationException naming what is wrong, SerializationException */
export const parseInput = <S extends GenericSchema>(schema: S, input: unknown): InferOutput<S> =>
  readInput(schema, input, (message) => new AwsError("ValidationException", message));
