#!/usr/bin/env node
/** `npm run states`: installs what is missing, then serves every state of every screen and component, by itself. */
import { spawnSync } from "node:child_process";
import { offerHelp } from "./lib/help.mjs";
import { install, requireNode, root } from "./lib/install.mjs";

offerHelp("states");
requireNode();
install({ scope: "all" });
// Vite says where it is.
const { status } = spawnSync(`${root}apps/states/node_modules/.bin/vite`, {
  cwd: `${root}apps/states`,
  stdio: "inherit",
});
process.exit(status ?? 1);
