/** Size of each Lambda function's bundle, and how long a new process on this machine takes to load it. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { bundleFunctions, bundleOf, FUNCTIONS } from "@lectern/infra/functions";
import { median, print } from "./lib/report.ts";

const STARTS = 9;

/** Times the import alone: on Lambda, too, Node runs already when the function is loaded. */
const LOAD = "const t = performance.now(); import(process.argv[1]).then(() => console.log(performance.now() - t));";

/** Variables that the functions parse when they are loaded. */
const env = {
  AWS_REGION: "us-east-1",
  LECTERN_ENVIRONMENT: "bench",
  LECTERN_TABLE: "bench",
  LECTERN_USER_POOL_ID: "us-east-1_bench",
  LECTERN_CLIENT_ID: "bench",
  LECTERN_WEB_SOCKET_ENDPOINT: "https://bench.execute-api.us-east-1.amazonaws.com/live",
  LECTERN_VERSION: "bench",
  LECTERN_CONFIG: JSON.stringify({
    signUp: "closed",
    providers: [],
    passwordPolicy: {
      minimumLength: 12,
      requireLowercase: true,
      requireUppercase: true,
      requireNumbers: true,
      requireSymbols: true,
    },
    secondFactor: "optional",
  }),
};

function loadMs(file: string): number {
  const { stdout, stderr } = spawnSync(process.execPath, ["-e", LOAD, file], { env, encoding: "utf8" });
  const took = Number.parseFloat(stdout);
  if (Number.isNaN(took)) throw new Error(stderr);
  return took;
}

await bundleFunctions();
const functions = FUNCTIONS.map((name) => {
  const file = `${bundleOf(name)}/index.mjs`;
  const code = readFileSync(file);
  return {
    name,
    kB: code.length / 1000,
    gzipKb: gzipSync(code).length / 1000,
    loadMs: median(Array.from({ length: STARTS }, () => loadMs(file))),
  };
});
print(
  functions.map(
    ({ name, kB, gzipKb, loadMs: ms }) =>
      `${name.padEnd(22)} ${kB.toFixed(0).padStart(5)} kB  ${gzipKb.toFixed(0).padStart(4)} kB gzip  loads in ${ms.toFixed(0)} ms (median of ${STARTS}, Node ${process.versions.node}, this machine)`,
  ),
  { bench: "lambda", node: process.versions.node, functions },
);
