import { defineConfig } from "@playwright/test";
import { chromiumOptions } from "./lib/chromium.ts";
import { PRODUCTS } from "./lib/product.ts";

/** Nine pages that play are as much as two cores can do. */
const CROWD = "**/crowd.spec.ts";

/** They time what is heard, or play in many pages: more than two at once would measure each other. */
const SOUND = ["**/resilience/*.spec.ts", "**/{languages,listener-options,microphone,phones,sound}.spec.ts"];

export default defineConfig({
  testDir: ".",
  // What takes longest begins first, so that no worker is left alone with it at the end.
  projects: [
    { name: "sound", testMatch: SOUND, testIgnore: CROWD, workers: 2 },
    { name: "pages", testMatch: "**/*.spec.ts", testIgnore: SOUND },
    // By itself, after all others.
    { name: "crowd", testMatch: CROWD, workers: 1, dependencies: ["sound", "pages"] },
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
    // It takes time, and time from the sound.
    trace: process.env.LECTERN_TRACE ? "retain-on-failure" : "off",
    launchOptions: chromiumOptions(),
  },
  webServer: {
    command: "node --import tsx lib/start-products.ts",
    wait: { stdout: /All products are running/ },
    timeout: 600_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
  },
});
