import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import {
  type Configuration,
  type ConfigurationProblem,
  type ConfigurationResult,
  parseConfiguration,
} from "@lectern/auth/configuration";
import { explanations } from "@lectern/auth/explanations";
import { root } from "../command-line.ts";
import { InfraError } from "../errors.ts";

export type Variables = Readonly<Record<string, unknown>>;

/** Each may well be what an example says. */
const MAY_BE_AN_EXAMPLE: readonly string[] = ["VITE_AWS_REGION", "VITE_AWS_ENDPOINT"];

/** What documents write where a value belongs: `wss://xxx.…`, `your-…-here`, `<the ID>`, `…`. */
const BLANK = /(?:^|[/:._-])x{3,}(?:$|[/:._-])|^your-|^<.*>$|…/i;

/** Comparable with an example's: somebody who puts their region into an example's ID has an example's ID still. */
const withoutRegion = (value: string): string =>
  value
    .trim()
    .replace(/\b[a-z]{2}(?:-[a-z]+){1,2}-[0-9]/g, "REGION")
    .replace(/\/+$/, "")
    .toLowerCase();

function isPlaceholder(variable: keyof typeof explanations, value: string, examples: Variables): boolean {
  if (MAY_BE_AN_EXAMPLE.includes(variable)) return false;
  const given = withoutRegion(value);
  const explained = explanations[variable].expected.split(/[\s()]+/).map(withoutRegion);
  return BLANK.test(given) || given === withoutRegion(String(examples[variable] ?? "")) || explained.includes(given);
}

/** What is wrong with a configuration: what the pages find, and values that nobody has filled in yet. */
export function readConfiguration(variables: Variables): ConfigurationResult<Configuration> {
  const parsed = parseConfiguration(variables, "speaker");
  const examples = parseEnv(readFileSync(`${root}.env.example`, "utf8"));
  const placeholders = (Object.keys(explanations) as (keyof typeof explanations)[]).flatMap(
    (variable): ConfigurationProblem[] => {
      const value = variables[variable];
      const isOne = typeof value === "string" && value.trim() !== "" && isPlaceholder(variable, value, examples);
      return isOne ? [{ variable, problem: "It is still an example's, not one of yours." }] : [];
    },
  );
  const others = (parsed.ok ? [] : parsed.problems).filter(
    ({ variable }) => !placeholders.some((placeholder) => placeholder.variable === variable),
  );
  const problems = [...others, ...placeholders];
  return parsed.ok && problems.length === 0 ? parsed : { ok: false, problems };
}

/** A problem in one line, and what would be right in the next. */
export function explain({ variable, problem }: ConfigurationProblem): { says: string; mend: string } {
  const { expected, howToFind } = explanations[variable];
  return { says: `${variable}: ${problem}`, mend: `It must be ${expected}. ${howToFind}` };
}

/**
 * The variables in `.env`, or in `.env.NAME`.
 * @throws InfraError "bad-option" without the file
 */
export function readVariables(environmentName: string | undefined, folder = root): Record<string, string | undefined> {
  const file = environmentName === undefined ? ".env" : `.env.${environmentName}`;
  if (existsSync(`${folder}${file}`)) return parseEnv(readFileSync(`${folder}${file}`, "utf8"));
  const name = environmentName ?? "NAME";
  throw new InfraError(
    "bad-option",
    `There is no ${file}. npm run env:pull -- --env ${name} writes .env.${name} from a deployment. For pools you have, copy .env.example to ${file} and fill it in: docs/configuration.md says where each value is found.`,
  );
}
