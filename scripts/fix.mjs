#!/usr/bin/env node
/** `npm run fix`: installs what is missing, then formats and mends what can be mended by itself. */
import { spawnSync } from "node:child_process";
import { offerHelp } from "./lib/help.mjs";
import { install, requireNode, root } from "./lib/install.mjs";

offerHelp("fix");
requireNode();
install({ scope: "all" });
const { status } = spawnSync(`${root}node_modules/.bin/biome`, ["check", "--write", "."], {
  cwd: root,
  stdio: "inherit",
});
process.exit(status ?? 1);
