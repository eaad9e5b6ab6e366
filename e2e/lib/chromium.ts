import type { LaunchOptions } from "@playwright/test";
import { voiceFile } from "./voice.ts";

interface ChromiumChoices {
  /** What the fake microphone says ("steady": the voice without its pauses), or "denied" for a person who refuses it. Default "voice". */
  microphone?: "voice" | "steady" | "denied";
  /** More command-line switches. */
  switches?: readonly string[];
}

/** The system's Chromium with a recorded voice for a microphone, and nothing else relaxed: taps are real taps. */
export function chromiumOptions({ microphone = "voice", switches = [] }: ChromiumChoices = {}): LaunchOptions {
  return {
    executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--allow-loopback-in-peer-connection",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-audio-capture=${voiceFile(microphone === "steady" ? "steady" : "voice")}`,
      microphone === "denied" ? "--deny-permission-prompts" : "--use-fake-ui-for-media-stream",
      ...switches,
    ],
  };
}
