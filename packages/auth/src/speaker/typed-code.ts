import { plainText } from "@lectern/primitives";

const BETWEEN = /[^\p{L}\p{M}\p{N}]+/gu;

/**
 * A code as it was sent: digits of any script, with whatever people type or paste between and around them. Of a whole
 * message, the one number of six digits or more in it.
 */
export function typedCode(typed: string): string {
  const plain = plainText(typed);
  const code = plain.replace(BETWEEN, "");
  if (!/\D/.test(code)) return code;
  const numbers = plain.match(/\d(?:[\s\p{Pd}]?\d){5,}/gu) ?? [];
  const [only] = numbers;
  return only !== undefined && numbers.length === 1 ? only.replace(BETWEEN, "") : code;
}
