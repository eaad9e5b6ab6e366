/** DI: Default_Ignorable_Code_Point. */
const INVISIBLE = /[\p{Cf}\p{DI}]/gu;
const DIGIT = /\p{Nd}/gu;

/**
 * What was typed or pasted, in the plainest characters that say the same: full-width letters and ligatures as letters
 * (NFKC), digits of any script as `0` to `9`, and no invisible characters.
 */
export const plainText = (text: string): string =>
  text.normalize("NFKC").replace(INVISIBLE, "").replace(DIGIT, asciiDigit);

/** Unicode has the digits of each script in a row, from zero to nine; some such rows follow one another. */
function asciiDigit(digit: string): string {
  const at = digit.codePointAt(0) ?? 0;
  let first = at;
  while (String.fromCodePoint(first - 1).match(DIGIT)) first--;
  return ((at - first) % 10).toString();
}
