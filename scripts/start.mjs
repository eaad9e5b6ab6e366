#!/usr/bin/env node
/** `npm start`: installs what is missing, then runs the whole product on local-aws (scripts/start/run.ts). */
import { offerHelp } from "./lib/help.mjs";
import { install, requireNode } from "./lib/install.mjs";

offerHelp("start");
requireNode();
install({ scope: "start" });
// AWS announces the end of Node 20 at every start; package versions here are pinned to ones that run on it.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= "true";
const { register } = await import("tsx/esm/api");
register();
await import("./start/run.ts");
