const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const FOREIGN_DIGIT = /(?![0-9])\p{Nd}/gu;

/**
 * What was typed or pasted, in the plainest characters that say the same: full-width letters and ligatures as letters
 * (NFKC), digits of any script as `0` to `9`, and no invisible characters.
 */
export const plainText = (text: string): string =>
  text.normalize("NFKC").replace(INVISIBLE, "").replace(FOREIGN_DIGIT, asciiDigit);

/** Unicode has the digits of each script in a row, from zero to nine; some such rows follow one another. */
function asciiDigit(digit: string): string {
  const at = digit.codePointAt(0) ?? 0;
  let first = at;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  return ((at - first) % 10).toString();
}
