/**
 * Builds every page once, as for AWS, and starts as many products as there are workers, each with its own values in the
 * same pages. Playwright's configuration runs it, and ends it by ending its process group.
 */
import { spawn } from "node:child_process";
import { buildPage, onThisMachine, placeholders, serveBuiltPage } from "../../scripts/start/pages.ts";
import { PRODUCTS, productOf, root, statesPort } from "./product.ts";

const pages = `${root}test-results/pages`;

async function startProduct(index: number): Promise<void> {
  const { speaker, listener, aws, data } = productOf(index);
  // As `npm start` does, without its two switches for less memory: they take a tenth more time.
  const child = spawn(process.execPath, [`${root}scripts/start.mjs`, "--fresh", "--built"], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      LECTERN_SPEAKER_PORT: String(speaker),
      LECTERN_LISTENER_PORT: String(listener),
      LECTERN_AWS_PORT: String(aws),
      LECTERN_DATA: data,
      LECTERN_PAGES: pages,
    },
  });
  child.stdout.setEncoding("utf8");
  await new Promise<void>((running, reject) => {
    let said = "";
    child.once("exit", (code) => reject(new Error(`product ${index} ended with ${code}`)));
    child.stdout.on("data", (text: string) => {
      said += text;
      if (said.includes("Lectern is running")) running();
    });
  });
}

/** Playwright shows what is written here. */
const say = (line: string) => console.error(line);

say("Building the pages …");
const { env } = process;
const own = { ...env };
Object.assign(env, placeholders());
const names = ["speaker", "listener", "states"] as const;
await Promise.all(names.map((name) => buildPage(name, `${pages}/${name}`)));
for (const name of Object.keys(placeholders())) delete env[name];
Object.assign(env, own);
say("Starting the products …");
await serveBuiltPage("states", `${pages}/states`, onThisMachine(statesPort));
await Promise.all(Array.from({ length: PRODUCTS }, (_, index) => startProduct(index)));
console.log("All products are running.");
