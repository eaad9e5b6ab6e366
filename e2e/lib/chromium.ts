import type { LaunchOptions } from "@playwright/test";
import { voiceFile } from "./voice.ts";

interface ChromiumChoices {
  /** What the fake microphone says ("steady": the voice without its pauses), or "denied" for a person who refuses it. Default "voice". */
  microphone?: "voice" | "steady" | "denied";
  /**
   * "all" (default): every network interface, loopback too; each takes its own TURN allocations. "one": the default route
   * only, as on a phone. "no-udp": TCP through TURN and nothing else.
   */
  network?: "all" | "one" | "no-udp";
  /** SHA-256 of the public key of a certificate to trust, base64: the stand-in's, as browsers trust AWS's unasked. */
  trusts?: string | null;
  /** With all that Chromium has around its pages: prompts, preferences, a choice of outputs. Default: where a prompt is needed. */
  whole?: boolean;
  /** More command-line switches. */
  switches?: readonly string[];
}

/** Chromium and its headless shell each have a name of their own for the same switch. */
const ipHandling = (policy: string) => [
  `--webrtc-ip-handling-policy=${policy}`,
  `--force-webrtc-ip-handling-policy=${policy}`,
];

const NETWORKS = {
  all: [],
  one: ipHandling("default_public_interface_only"),
  "no-udp": ipHandling("disable_non_proxied_udp"),
};

/** The system's Chromium with a recorded voice for a microphone, and nothing else relaxed: taps are real taps. */
export function chromiumOptions({
  microphone = "voice",
  network = "all",
  trusts = null,
  whole = microphone === "denied",
  switches = [],
}: ChromiumChoices = {}): LaunchOptions {
  return {
    executablePath:
      (whole ? null : process.env.HEADLESS_SHELL_PATH) ?? process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--allow-loopback-in-peer-connection",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-audio-capture=${voiceFile(microphone === "steady" ? "steady" : "voice")}`,
      microphone === "denied" ? "--deny-permission-prompts" : "--use-fake-ui-for-media-stream",
      ...NETWORKS[network],
      ...switches,
      ...(trusts ? [`--ignore-certificate-errors-spki-list=${trusts}`] : []),
    ],
  };
}
