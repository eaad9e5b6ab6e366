const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

/** A pattern made of literal stretches and wildcards; a literal never matches as a wildcard, whatever it holds. */
export type PatternPart = { literal: string } | { wildcard: "*" | "?" };

/** IAM's matching: `*` is any run of characters, "/" and ":" included; `?` is exactly one. */
export function matches(pattern: readonly PatternPart[], text: string, ignoreCase = false): boolean {
  const source = pattern.map((part) => {
    if ("literal" in part) return escapeRegExp(part.literal);
    return part.wildcard === "*" ? ".*" : ".";
  });
  return new RegExp(`^${source.join("")}$`, ignoreCase ? "is" : "s").test(text);
}
