#!/usr/bin/env node
/**
 * `npm run build`, `synth`, `deploy`, `destroy`, `emergency-stop`, `env:pull`, `doctor`: runs
 * packages/infra/src/commands/NAME.ts.
 */
import { spawnSync } from "node:child_process";
import { offerHelp } from "./lib/help.mjs";
import { install, requireNode, root } from "./lib/install.mjs";

const [name = "", ...args] = process.argv.slice(2);
offerHelp(name, args);
requireNode();
install({ scope: "all" });
const { status } = spawnSync(
  `${root}node_modules/.bin/tsx`,
  [`${root}packages/infra/src/commands/${name.replace(":", "-")}.ts`, ...args],
  {
    stdio: "inherit",
    env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
  },
);
process.exit(status ?? 1);
