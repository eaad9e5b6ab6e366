import { defineConfig } from "vitest/config";
import { fuzzLimits } from "./packages/fuzz/src/limits.ts";

const include = ["packages/**/*.test.ts", "scripts/**/*.test.ts", "apps/**/*.test.ts", "e2e/**/*.test.ts"];
const named = (kind: string) => include.map((pattern) => pattern.replace("*.test.ts", `*.${kind}.test.ts`));

/** One worker runs many files, and imports what they share once; the setup file fails a file that changes it. */
const shared = { isolate: false, setupFiles: ["./scripts/unit/setup.ts"] };

/** Only what hangs takes as long. What is awaited is asked for every 5 ms, until shortly before its test would be ended. */
const timeouts = { testTimeout: 20_000, hookTimeout: 30_000, expect: { poll: { interval: 5, timeout: 18_000 } } };

export default defineConfig({
  test: {
    // Vitest leaves one core of two idle; these tests wait more than they compute.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: "node",
          include,
          exclude: ["**/node_modules/**", ...named("fuzz"), ...named("dom"), "packages/infra/**"],
          ...shared,
          ...timeouts,
        },
      },
      { test: { name: "dom", include: named("dom"), ...timeouts } },
      {
        test: {
          name: "infra",
          include: ["packages/infra/**/*.test.ts"],
          // The templates are written once and read by all.
          globalSetup: "packages/infra/src/testing/write-templates.ts",
          ...shared,
          ...timeouts,
        },
      },
      {
        test: {
          name: "fuzz",
          include: named("fuzz"),
          ...shared,
          setupFiles: [...shared.setupFiles, "./packages/fuzz/src/setup.ts"],
          // A property ends by itself, and says its seed, before Vitest would end it.
          testTimeout: fuzzLimits(process.env).seconds * 1000 + 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
