import { Children, cloneElement, isValidElement, type ReactNode } from "react";

const accents: Record<string, string> = {
  a: "á",
  c: "ç",
  d: "ð",
  e: "é",
  g: "ĝ",
  i: "í",
  n: "ñ",
  o: "ö",
  r: "ŕ",
  s: "š",
  u: "ü",
  y: "ý",
  z: "ž",
  A: "Å",
  C: "Ç",
  E: "É",
  I: "Î",
  N: "Ñ",
  O: "Ø",
  S: "Š",
  U: "Û",
};

/** Puts text between ⟦ and ⟧ and lengthens it, so that text from no catalogue and text that is cut off can be seen. */
function pseudoText(text: string): string {
  if (!/\p{L}/u.test(text)) return text;
  const accented = text.replace(/[a-z]/gi, (letter) => accents[letter] ?? letter);
  // Long texts grow by more words, of which the longest have some twenty letters.
  const more = "·".repeat(Math.ceil(text.length * 0.3)).replace(/·{20}(?=·)/g, "$& ");
  return `⟦${accented}${more}⟧`;
}

function pseudoNode(node: ReactNode): ReactNode {
  if (typeof node === "string") return pseudoText(node);
  if (Array.isArray(node)) return node.map(pseudoNode);
  if (!isValidElement<{ children?: ReactNode }>(node)) return node;
  return cloneElement(node, {}, ...Children.toArray(node.props.children).map(pseudoNode));
}

/** A catalogue in no language, of the same shape, to test with: every phrase is marked, and a third longer. */
export function pseudo<Words>(words: Words): Words;
export function pseudo(words: unknown): unknown {
  if (typeof words === "function") return (...args: unknown[]) => pseudo(words(...args));
  if (typeof words === "string" || isValidElement(words)) return pseudoNode(words);
  if (Array.isArray(words)) return words.map((each) => pseudo(each));
  if (typeof words !== "object" || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([key, value]) => [key, pseudo(value)]));
}
