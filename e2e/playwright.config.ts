import { defineConfig } from "@playwright/test";
import { chromiumOptions } from "./lib/chromium.ts";
import { PRODUCTS } from "./lib/product.ts";

/**
 * They time what is heard, compare it with what was said, or play in many pages: more than two at once would measure each
 * other.
 */
const SOUND = [
  "**/resilience/*.spec.ts",
  "**/{admission,firefox,languages,listener-options,microphone,phones,recording,sound}.spec.ts",
];

export default defineConfig({
  testDir: ".",
  // What takes longest begins first, so that no worker is left alone with it at the end.
  projects: [
    { name: "sound", testMatch: SOUND, workers: 2 },
    { name: "pages", testMatch: "**/*.spec.ts", testIgnore: SOUND },
  ],
  outputDir: "../test-results/playwright",
  // Each has a product of its own.
  workers: PRODUCTS,
  // Each test on whichever product is free.
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  // These end what hangs; what is fast is measured, beside a control.
  timeout: 600_000,
  expect: { timeout: 30_000 },
  reporter: [["list"], ["json", { outputFile: "../test-results/playwright.json" }], ["./lib/resilience-reporter.ts"]],
  use: {
    actionTimeout: 60_000,
    // Without pictures of any kind, which take a fifth of the time, and time from the sound.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false, sources: false },
    launchOptions: chromiumOptions(),
  },
  webServer: {
    command: "node --import tsx lib/start-products.ts",
    wait: { stdout: /All products are running/ },
    timeout: 600_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
  },
});
