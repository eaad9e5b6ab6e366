import type { Statement } from "@lectern/infra/policies";
import { LocalAwsError } from "../../errors.ts";
import { matches } from "./match.ts";
import { type Context, readPattern } from "./pattern.ts";

type Operator = (expected: readonly string[], actual: readonly string[] | undefined, context: Context) => boolean;

const like = (expected: readonly string[], value: string, context: Context): boolean =>
  expected.some((text) => {
    const pattern = readPattern(text, context);
    return pattern !== undefined && matches(pattern, value);
  });

const equal = (expected: readonly string[], value: string, context: Context): boolean =>
  expected.some((text) => {
    const pattern = readPattern(text, context);
    // Outside the Like operators a wildcard is an ordinary character.
    return pattern?.map((part) => ("literal" in part ? part.literal : part.wildcard)).join("") === value;
  });

/** A single-valued operator on a key with several values matches nothing, as on AWS. */
const single = (test: (expected: readonly string[], value: string, context: Context) => boolean): Operator => {
  return (expected, actual, context) => actual?.length === 1 && actual.every((value) => test(expected, value, context));
};

const operators: Readonly<Record<string, Operator>> = {
  StringEquals: single(equal),
  StringLike: single(like),
  "ForAnyValue:StringLike": (expected, actual, context) =>
    actual?.some((value) => like(expected, value, context)) ?? false,
};

/**
 * Whether every condition of a statement holds.
 * @param known exact keys, or prefixes ending in "/", this kind of request can carry.
 * @throws LocalAwsError "unsupported-policy" for an operator or key the stand-in does not know: a guess could allow what AWS refuses.
 */
export function conditionsHold(
  conditions: NonNullable<Statement["Condition"]>,
  context: Context,
  known: readonly string[],
): boolean {
  let holds = true;
  for (const [name, tests] of Object.entries(conditions)) {
    const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
    if (operator === undefined) {
      throw new LocalAwsError("unsupported-policy", `The condition operator ${name} is not supported.`);
    }
    for (const [key, expected] of Object.entries(tests)) {
      if (!known.some((entry) => key === entry || (entry.endsWith("/") && key.startsWith(entry)))) {
        throw new LocalAwsError("unsupported-policy", `The condition key ${key} is not supported here.`);
      }
      if (!operator([expected].flat(), context[key], context)) holds = false;
    }
  }
  return holds;
}
