import { defineConfig } from "vitest/config";

/** Vitest's configuration for mutants.ts, which says which tests to run. */
export default defineConfig({
  test: {
    include: [process.env.LECTERN_MUTANTS_TESTS ?? ""],
    exclude: ["**/node_modules/**", "**/*.fuzz.test.ts"],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
