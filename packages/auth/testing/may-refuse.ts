import { expect } from "vitest";
import { AuthError, isRetryable } from "../src/errors.ts";

/** What it resolves with; undefined where it is refused by an AuthError of a code there is. Anything else is a failure. */
export async function mayRefuse<T>(step: Promise<T>): Promise<T | undefined> {
  try {
    return await step;
  } catch (error) {
    if (!(error instanceof AuthError)) throw error;
    expect(isRetryable(error)).toBeTypeOf("boolean");
    return undefined;
  }
}
