import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const tsx = fileURLToPath(new URL("../../../../node_modules/.bin/tsx", import.meta.url));
const commands = fileURLToPath(new URL("../commands/", import.meta.url));

/** Runs a command in a process, with an answer to its question. */
export async function runCommand(
  [name, ...args]: readonly [string, ...string[]],
  environment: Record<string, string>,
  answer = "",
): Promise<{ code: number | null; output: string }> {
  const child = spawn(tsx, [`${commands}${name}.ts`, ...args], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
      ...environment,
    },
  });
  child.stdin.end(`${answer}\n`);
  const code = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await code, output: `${out}\n${err}` };
}
