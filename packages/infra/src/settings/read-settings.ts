import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { InfraError } from "../errors.ts";
import { contradictionsIn, environmentNameSchema, type Settings, settingsSchema } from "./settings.ts";

const issuesOf = (issues: readonly v.BaseIssue<unknown>[]): string =>
  issues.map((issue) => `${v.getDotPath(issue) ?? "the file"}: ${issue.message}`).join("\n");

/** @throws InfraError "bad-option" */
export function readEnvironmentName(given: string | undefined): string {
  if (given === undefined) throw new InfraError("bad-option", "Say which environment: --env NAME, like --env prod.");
  const parsed = v.safeParse(environmentNameSchema, given);
  if (!parsed.success) throw new InfraError("bad-option", `--env ${given}: ${parsed.issues[0].message}`);
  return parsed.output;
}

/**
 * Reads `environments/NAME.json` under `root`. Without the file every setting has its default.
 * @throws InfraError "bad-settings"
 */
export function readSettings(root: string, environmentName: string): Settings {
  const file = join("environments", `${environmentName}.json`);
  const path = join(root, file);
  let given: unknown = {};
  try {
    if (existsSync(path)) given = JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new InfraError("bad-settings", `${file} is not JSON.`, { cause });
  }
  const parsed = v.safeParse(settingsSchema, given);
  if (!parsed.success) throw new InfraError("bad-settings", `${file}\n${issuesOf(parsed.issues)}`);
  const contradictions = contradictionsIn(parsed.output);
  if (contradictions.length > 0) throw new InfraError("bad-settings", `${file}\n${contradictions.join("\n")}`);
  return parsed.output;
}
