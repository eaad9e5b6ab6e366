import type { LaunchOptions } from "@playwright/test";
import { voiceFile } from "./voice.ts";

interface ChromiumChoices {
  /** What the fake microphone says, or "denied" for a person who refuses it. Default "voice". */
  microphone?: "voice" | "denied";
}

/** The system's Chromium with a recorded voice for a microphone, and nothing else relaxed: taps are real taps. */
export function chromiumOptions({ microphone = "voice" }: ChromiumChoices = {}): LaunchOptions {
  return {
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--allow-loopback-in-peer-connection",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-audio-capture=${voiceFile()}`,
      microphone === "denied" ? "--deny-permission-prompts" : "--use-fake-ui-for-media-stream",
    ],
  };
}
