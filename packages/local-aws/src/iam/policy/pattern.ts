import { LocalAwsError } from "../../errors.ts";
import type { PatternPart } from "./match.ts";

/** Condition context: key → values. A key that is absent has no value in this request. */
export type Context = Readonly<Record<string, readonly string[]>>;

const VARIABLE = /\$\{([^}]*)\}/g;

function wildcards(text: string): PatternPart[] {
  return text
    .split(/([*?])/)
    .filter((piece) => piece !== "")
    .map((piece) => (piece === "*" || piece === "?" ? { wildcard: piece } : { literal: piece }));
}

/**
 * Reads a pattern and fills in its policy variables. A variable's value is literal: a "*" in a tag matches only "*".
 * Undefined when a variable has no value in this request: then the element matches nothing.
 * @throws LocalAwsError "unsupported-policy" for a variable other than `aws:PrincipalTag/…`.
 */
export function readPattern(text: string, context: Context): PatternPart[] | undefined {
  const parts: PatternPart[] = [];
  let end = 0;
  for (const { 0: whole, 1: name = "", index } of text.matchAll(VARIABLE)) {
    parts.push(...wildcards(text.slice(end, index)));
    end = index + whole.length;
    if (name === "*" || name === "?" || name === "$") {
      parts.push({ literal: name });
      continue;
    }
    if (!name.startsWith("aws:PrincipalTag/")) {
      throw new LocalAwsError("unsupported-policy", `The policy variable ${whole} is not supported.`);
    }
    const [value] = context[name] ?? [];
    if (value === undefined) return undefined;
    parts.push({ literal: value });
  }
  parts.push(...wildcards(text.slice(end)));
  return parts;
}
