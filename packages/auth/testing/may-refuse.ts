import { expect } from "vitest";
import { AuthError, isRetryable } from "../src/errors.ts";

/** What it resolves to; undefined where it rejects with an AuthError. Any other error is thrown. */
export async function mayRefuse<T>(step: Promise<T>): Promise<T | undefined> {
  try {
    return await step;
  } catch (error) {
    if (!(error instanceof AuthError)) throw error;
    expect(isRetryable(error)).toBeTypeOf("boolean");
    return undefined;
  }
}
