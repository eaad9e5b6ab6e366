#!/usr/bin/env node
/** `npm run bench -- NAME [--json] …`: runs bench/NAME.ts. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { offerHelp } from "./lib/help.mjs";
import { fail, install, requireNode, root } from "./lib/install.mjs";
import { chromiumVariables, requireVoice } from "./lib/tools.mjs";

/** These need no Chromium. */
const WITHOUT_BROWSER = ["fuzz", "lambda", "mutants", "size", "webkit"];

offerHelp("bench");
requireNode();
const [name = "", ...args] = process.argv.slice(2);
if (!/^[a-z]+$/.test(name) || !existsSync(`${root}bench/${name}.ts`)) {
  const names = readdirSync(`${root}bench`).filter((file) => /^[a-z]+\.ts$/.test(file));
  const there = names.map((file) => file.slice(0, -3)).join(", ");
  fail(
    `${name === "" ? "Which bench?" : `"${name}" is not a bench.`} There are: ${there}. As in: npm run bench -- size`,
  );
}
install({ scope: "all" });
const env = {
  ...process.env,
  ...(!WITHOUT_BROWSER.includes(name) && { ...chromiumVariables(), LECTERN_VOICE: requireVoice() }),
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
};
const { status } = spawnSync(`${root}node_modules/.bin/tsx`, [`${root}bench/${name}.ts`, ...args], {
  stdio: "inherit",
  env,
});
process.exit(status ?? 1);
