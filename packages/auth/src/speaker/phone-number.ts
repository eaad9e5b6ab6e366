import { plainText } from "@lectern/primitives";

/** What people put between digits to read them. */
const BETWEEN = /[\s().\-/‐-―]/g;

/**
 * A telephone number as Cognito takes it (E.164: `+`, the country's code, 15 digits at most), of one as people write it:
 * with blanks and hyphens, `00` for `+`, a `(0)` that is not dialled from abroad, digits of any script. Null: it is none,
 * or does not say its country.
 */
export function readPhoneNumber(typed: string): string | null {
  const plain = plainText(typed).trim().replace("(0)", "").replace(BETWEEN, "").replace(/^00/, "+");
  return /^\+[1-9]\d{7,14}$/.test(plain) ? plain : null;
}
