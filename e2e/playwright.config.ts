import { defineConfig } from "@playwright/test";
import { chromiumOptions } from "./lib/chromium.ts";
import { ports } from "./lib/product.ts";

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "../test-results/playwright",
  // One running product, and sound measured in real time: two browsers at once would measure each other.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["json", { outputFile: "../test-results/playwright.json" }]],
  use: {
    trace: "retain-on-failure",
    launchOptions: chromiumOptions(),
  },
  webServer: {
    // As built for AWS: what is tested is what is deployed, and a page loads in a tenth of the time.
    command: "npm start --silent -- --fresh --built",
    cwd: "..",
    wait: { stdout: /Lectern is running/ },
    timeout: 120_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    env: {
      LECTERN_SPEAKER_PORT: String(ports.speaker),
      LECTERN_LISTENER_PORT: String(ports.listener),
      LECTERN_AWS_PORT: String(ports.aws),
      LECTERN_DATA: "test-results/local",
    },
  },
});
