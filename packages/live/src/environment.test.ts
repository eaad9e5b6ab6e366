import { expect, test } from "vitest";
import { browserEnvironment } from "./environment.ts";

test("a browser without navigator.permissions does not say whether the microphone is allowed", async () => {
  expect(await browserEnvironment().isMicrophoneGranted()).toBe(false);
});
