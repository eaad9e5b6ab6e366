import { readFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { fileURLToPath } from "node:url";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { InfraError } from "./errors.ts";

export const root = fileURLToPath(new URL("../../../", import.meta.url));

export const version = (): string => String(JSON.parse(readFileSync(`${root}package.json`, "utf8")).version);

/** @throws InfraError "bad-option" */
export function readOptions<const O extends NonNullable<ParseArgsConfig["options"]>>(options: O) {
  try {
    return parseArgs({ options, strict: true, allowPositionals: false }).values;
  } catch (cause) {
    // Node's first sentence says what is wrong; its second what to do for another kind of command.
    const [what = ""] = (cause instanceof Error ? cause.message : String(cause)).split(". ");
    throw new InfraError("bad-option", `${what}. --help says what this command takes.`, { cause });
  }
}

/** Runs a command and sets its exit code. An InfraError is printed as its message, any other error with its stack. */
export async function run(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    console.error(error instanceof InfraError ? `\n${error.message}\n` : error);
    process.exitCode = 1;
  }
}

/** Asks for confirmation. @throws InfraError "bad-option" unless the word is typed */
export async function confirm(question: string, word: string): Promise<void> {
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await prompt.question(`\n${question} Type “${word}” to go on (--yes asks nothing): `);
    if (answer.trim() !== word) throw new InfraError("bad-option", "Nothing was changed.");
  } finally {
    prompt.close();
  }
}
