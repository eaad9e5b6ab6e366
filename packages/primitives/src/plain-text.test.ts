import { expect, test } from "vitest";
import { plainText } from "./plain-text.ts";

test.each([
  ["٠١٢٣٤٥٦٧٨٩", "Arabic"],
  ["۰۱۲۳۴۵۶۷۸۹", "Persian"],
  ["०१२३४५६७८९", "Devanagari"],
  ["０１２３４５６７８９", "full-width"],
  ["𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "bold"],
  ["𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡", "double-struck"],
])("reads %s, digits that are %s, as 0 to 9", (digits) => {
  expect(plainText(digits)).toBe("0123456789");
});

test("leaves out what nobody sees, and keeps what is seen", () => {
  expect(plainText("\u202Aa\u00ADc\u200Bo\u2060r\uFEFFn\u202C\u3164 ﬁ ß é")).toBe("acorn fi ß é");
});
