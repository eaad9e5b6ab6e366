#!/usr/bin/env node
/** `npm run synth`, `deploy`, `destroy`, `emergency-stop`, `env:pull`, `doctor`: runs packages/infra/src/commands/NAME.ts. */
import { spawnSync } from "node:child_process";
import { install, requireNode, root } from "./lib/install.mjs";

requireNode();
const [name, ...args] = process.argv.slice(2);
install({ scope: "all" });
const { status } = spawnSync(
  `${root}node_modules/.bin/tsx`,
  [`${root}packages/infra/src/commands/${name}.ts`, ...args],
  {
    stdio: "inherit",
    env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
  },
);
process.exit(status ?? 1);
