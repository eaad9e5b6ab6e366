import { defineConfig } from "vitest/config";

const timeouts = { testTimeout: 20_000, hookTimeout: 30_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "node",
          include: ["packages/**/*.test.ts", "scripts/**/*.test.ts", "apps/**/*.test.ts", "e2e/**/*.test.ts"],
          exclude: ["**/node_modules/**", "packages/infra/**"],
          ...timeouts,
        },
      },
      {
        test: {
          name: "infra",
          include: ["packages/infra/**/*.test.ts"],
          // The templates are written once and read by all.
          globalSetup: "packages/infra/src/testing/write-templates.ts",
          ...timeouts,
        },
      },
    ],
  },
});
