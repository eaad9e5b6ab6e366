import { defineConfig } from "@playwright/test";
import { chromiumOptions } from "./lib/chromium.ts";
import { PRODUCTS, productOf } from "./lib/product.ts";

const LONG = ["**/resilience/*.spec.ts", "**/states.spec.ts"];

export default defineConfig({
  testDir: ".",
  // What takes longest begins first, so that no worker is left alone with it at the end.
  projects: [
    { name: "long", testMatch: LONG },
    { name: "short", testMatch: "**/*.spec.ts", testIgnore: LONG },
  ],
  outputDir: "../test-results/playwright",
  // Each has a product of its own. Tests wait more than they compute; more of them at once would measure each other.
  workers: PRODUCTS,
  // Each test on whichever product is free.
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: "../test-results/playwright.json" }], ["./lib/resilience-reporter.ts"]],
  use: {
    actionTimeout: 15_000,
    // Without pictures of any kind, which take a fifth of the time, and time from the sound.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false, sources: false },
    launchOptions: chromiumOptions(),
  },
  webServer: Array.from({ length: PRODUCTS }, (_, index) => {
    const { speaker, listener, aws, data } = productOf(index);
    return {
      // As built for AWS: what is tested is what is deployed, and a page loads in a tenth of the time.
      command: "npm start --silent -- --fresh --built",
      cwd: "..",
      wait: { stdout: /Lectern is running/ },
      timeout: 120_000,
      gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
      env: {
        LECTERN_SPEAKER_PORT: String(speaker),
        LECTERN_LISTENER_PORT: String(listener),
        LECTERN_AWS_PORT: String(aws),
        LECTERN_DATA: data,
      },
    };
  }),
});
