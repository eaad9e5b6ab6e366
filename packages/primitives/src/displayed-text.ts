/** Characters that turn the direction of what follows them, beyond the text's end where nothing isolates it. */
const DIRECTION_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;
/** At least one character that is seen: not blank, not invisible, no empty braille pattern. */
const SEEN = /(?!\p{Default_Ignorable_Code_Point})[^\p{C}\p{Z}\u2800]/u;

/** A title or a name as it is displayed: without characters that override its direction; "" where nothing of it is seen. */
export function displayedText(given: string): string {
  const text = given.replace(DIRECTION_CONTROLS, "").trim();
  return SEEN.test(text) ? text : "";
}
