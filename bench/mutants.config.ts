import { defineConfig } from "vitest/config";

/** What mutants.ts runs against each mutant: the tests it names. Not the root's projects: their set-up is not needed here. */
export default defineConfig({
  test: {
    include: [process.env.LECTERN_MUTANTS_TESTS ?? ""],
    exclude: ["**/node_modules/**", "**/*.fuzz.test.ts"],
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
