/** Loaded by Vitest before each test file: a file that leaves a global changed fails, and sign-ins compute quickly. */
import { afterAll, expect, vi } from "vitest";
import "../../packages/auth/testing/quick-srp.ts";
import { watchGlobals } from "./globals.ts";

const changedGlobals = watchGlobals();

// Hooks at the end run last to first, so this one comes after those of the test file.
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  expect(changedGlobals(), "changed by this file, and not put back").toEqual([]);
});
