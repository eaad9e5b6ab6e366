/** A pattern made of literal stretches and wildcards; a literal never matches as a wildcard, whatever it holds. */
export type PatternPart = { literal: string } | { wildcard: "*" | "?" };

/** A character as it is, or a wildcard. */
type Token = string | { wildcard: "*" | "?" };

/** Longer than any ARN or action there is: the time a match takes grows with it. */
const MAX_CHARACTERS = 4096;

const isAnyRun = (token: Token | undefined): boolean => typeof token === "object" && token.wildcard === "*";
const fits = (token: Token | undefined, character: string | undefined): boolean =>
  typeof token === "object" ? token.wildcard === "?" : token === character;

/**
 * IAM's matching: `*` is any run of characters, "/" and ":" included; `?` is exactly one. Not by a regular expression:
 * anyone may write a session policy, and one of thirty wildcards would keep it busy for ever.
 */
export function matches(pattern: readonly PatternPart[], text: string, ignoreCase = false): boolean {
  if (text.length > MAX_CHARACTERS) return false;
  const fold = (one: string) => [...(ignoreCase ? one.toLowerCase() : one)];
  const tokens = pattern.flatMap((part): Token[] => ("literal" in part ? fold(part.literal) : [part]));
  const characters = fold(text);

  let index = 0;
  let at = 0;
  /** The last `*`, and how far what it stands for reaches: no earlier one needs to be tried again. */
  let star = -1;
  let reach = 0;
  while (at < characters.length) {
    if (isAnyRun(tokens[index])) {
      star = index++;
      reach = at;
    } else if (fits(tokens[index], characters[at])) {
      index++;
      at++;
    } else if (star >= 0) {
      index = star + 1;
      at = ++reach;
    } else return false;
  }
  while (isAnyRun(tokens[index])) index++;
  return index === tokens.length;
}
