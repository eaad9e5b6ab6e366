import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { OPTIONS } from "../../packages/infra/src/options.ts";
import { COMMANDS } from "./help.mjs";
import { root } from "./install.mjs";

const scripts: Record<string, string> = JSON.parse(readFileSync(`${root}package.json`, "utf8")).scripts;

test("every command has a help, and none is left of a command that is gone", () => {
  expect(Object.keys(COMMANDS).sort()).toEqual(Object.keys(scripts).sort());
});

/** What a script of package.json says, with nothing in its path that could install or start anything. */
async function said(script: string, given: string[], env: Record<string, string> = {}) {
  const [, ...args] = script.split(" ");
  const child = spawn(process.execPath, [...args, ...given], { cwd: root, env: { PATH: "", ...env } });
  const code = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { out, err, code: await code };
}

test("every command says with --help what it does, and does nothing", async () => {
  const helps = Object.entries(scripts).map(async ([name, script]) => ({ name, ...(await said(script, ["--help"])) }));
  for (const { name, out, err, code } of await Promise.all(helps)) {
    expect({ name, err, code }).toEqual({ name, err: "", code: 0 });
    expect(out).toMatch(new RegExp(`^\\nnpm (run )?${name}( |\\n)`));
    expect(out).toContain(COMMANDS[name]?.does);
  }
});

test.each(Object.entries(OPTIONS))("the help of %s explains the options it takes, and no others", (name, options) => {
  const explained = Object.keys(COMMANDS[name]?.options ?? {}).sort();
  const taken = Object.entries(options).map(([option, { type }]) => `--${option}${type === "string" ? " " : ""}`);
  expect(explained.map((option) => option.replace(/ .*/, " "))).toEqual(taken.sort());
});

test.each([
  [
    "start",
    [],
    { npm_config_fresh: "true" },
    'npm kept --fresh for itself: options come after "--", as in: npm start -- --fresh',
  ],
  ["deploy", ["prod"], { npm_config_env: "true" }, "npm run deploy -- --env NAME"],
  ["deploy", [], { npm_config_env: "prod" }, "npm run deploy -- --env NAME"],
  ["deploy", [], { npm_config_new_user_pool: "true" }, "npm run deploy -- --new-user-pool"],
  ["test", [], { npm_config_changed: "true" }, "npm test -- --changed"],
])("%s %o with %o: an option that npm kept is not run without", async (name, given, env, advice) => {
  const { out, err, code } = await said(scripts[name] ?? "", given, env);
  expect({ out, code }).toEqual({ out: "", code: 1 });
  expect(err).toContain(advice);
});
