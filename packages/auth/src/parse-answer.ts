import * as v from "valibot";
import { AuthError } from "./errors.ts";

/** @throws AuthError `unavailable` when the answer does not fit the schema; its message quotes nothing of it */
export function parseAnswer<const S extends v.GenericSchema>(
  schema: S,
  answer: unknown,
  whose: string,
): v.InferOutput<S> {
  const parsed = v.safeParse(schema, answer);
  if (parsed.success) return parsed.output;
  throw new AuthError("unavailable", `${whose} answered something that is not understood.`);
}
