import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fail, root } from "./install.mjs";

function onPath(name) {
  for (const folder of (process.env.PATH ?? "").split(delimiter).filter(Boolean)) {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return join(folder, name);
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

const firstOf = (candidates) => candidates.find((path) => path && existsSync(path)) ?? null;

const canUseApt = () => process.platform === "linux" && process.getuid?.() === 0 && onPath("apt-get") !== null;

let aptUpdated = false;
function aptInstall(name) {
  const apt = (...args) =>
    spawnSync("apt-get", ["-qq", "-y", ...args], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    }).status === 0;
  console.log(`Installing ${name} …`);
  if (!aptUpdated) apt("update");
  aptUpdated = true;
  return apt("install", "--no-install-recommends", name);
}

/** Chromium's path: CHROMIUM_PATH, else the system's, else installed by apt-get as root, else Playwright's own. */
function requireChromium() {
  const find = () =>
    firstOf([
      process.env.CHROMIUM_PATH,
      ...["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].map(onPath),
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ]);
  const found = find();
  if (found) return found;
  if (canUseApt() && aptInstall("chromium")) return find();
  console.log("Installing Chromium …");
  const playwright = (code) =>
    spawnSync(process.execPath, ["--input-type=module", "-e", code], {
      cwd: `${root}e2e`,
      encoding: "utf8",
    }).stdout.trim();
  spawnSync("npx", ["playwright", "install", "chromium"], { cwd: `${root}e2e`, stdio: "inherit" });
  const own = firstOf([
    playwright('import { chromium } from "@playwright/test"; console.log(chromium.executablePath())'),
  ]);
  return (
    own ??
    fail(
      "The browser tests need Chromium. Install it with your package manager, or set CHROMIUM_PATH to its executable.",
    )
  );
}

/**
 * Path of Chromium without a window (Debian's chromium-headless-shell), which opens a page with a quarter of the work.
 * HEADLESS_SHELL_PATH, else the system's, else installed by apt-get as root; null where there is none, or CHROMIUM_PATH
 * names what is wanted.
 */
function findHeadlessShell() {
  const { HEADLESS_SHELL_PATH: given, CHROMIUM_PATH: whole } = process.env;
  if (given || whole) return given ?? null;
  const find = () => onPath("chromium-headless-shell");
  return find() ?? (canUseApt() && aptInstall("chromium-headless-shell") ? find() : null);
}

/** What e2e/lib/chromium.ts reads. */
export const chromiumVariables = () => {
  const shell = findHeadlessShell();
  return { CHROMIUM_PATH: requireChromium(), ...(shell && { HEADLESS_SHELL_PATH: shell }) };
};

/** Firefox's path: FIREFOX_PATH, else the system's, else Debian's ESR, installed by apt-get as root. */
export function requireFirefox() {
  const find = () =>
    firstOf([
      process.env.FIREFOX_PATH,
      ...["firefox-esr", "firefox"].map(onPath),
      "/Applications/Firefox.app/Contents/MacOS/firefox",
    ]);
  return (
    find() ??
    (canUseApt() && aptInstall("firefox-esr") ? find() : null) ??
    fail("The Firefox tests need Firefox: install it with your package manager, or set FIREFOX_PATH to its executable.")
  );
}

/** Path of coturn's turnserver. */
export function requireTurnserver() {
  const find = () => firstOf([onPath("turnserver"), "/usr/bin/turnserver", "/opt/homebrew/bin/turnserver"]);
  return (
    find() ??
    (canUseApt() && aptInstall("coturn") ? find() : null) ??
    fail("The TURN test needs coturn's turnserver: `apt-get install coturn` or `brew install coturn`.")
  );
}

/** A recorded human voice, WAV: LECTERN_VOICE, else the ones that Debian's alsa-utils ships. */
export function requireVoice() {
  const find = () => firstOf([process.env.LECTERN_VOICE, "/usr/share/sounds/alsa/Front_Center.wav"]);
  return (
    find() ??
    (canUseApt() && aptInstall("alsa-utils") ? find() : null) ??
    fail(
      "The browser tests need a recorded voice: install alsa-utils, or set LECTERN_VOICE to a WAV file of someone speaking.",
    )
  );
}
