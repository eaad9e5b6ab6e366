#!/usr/bin/env node
/** Type-checks every package by its own tsconfig: Node's have no DOM types, and pages none of Node's. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { root } from "./lib/install.mjs";

const packages = ["apps", "packages"].flatMap((folder) =>
  readdirSync(`${root}${folder}`).map((name) => `${folder}/${name}`),
);
const projects = [".", ...packages, "e2e", "bench"].filter((project) => existsSync(`${root}${project}/tsconfig.json`));
/** Less processor time in all: threads would check the same types, and there is memory enough to collect less often. */
const thrifty = ["--singleThreaded"];
const env = { ...process.env, GOGC: "400" };
let failed = 0;
for (const project of projects) {
  const given = ["-p", project, ...thrifty];
  const { status } = spawnSync(`${root}node_modules/.bin/tsc`, given, { cwd: root, env, stdio: "inherit" });
  if (status !== 0) failed += 1;
}
console.log(`${projects.length - failed} projects type-check, ${failed} do not`);
process.exit(failed === 0 ? 0 : 1);
