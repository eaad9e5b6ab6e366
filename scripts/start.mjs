#!/usr/bin/env node
/** `npm start`: installs what is missing, then runs the whole product on local-aws (scripts/start/run.ts). */
import { install, requireNode } from "./lib/install.mjs";

requireNode();
install({ scope: "start" });
const { register } = await import("tsx/esm/api");
register();
await import("./start/run.ts");
