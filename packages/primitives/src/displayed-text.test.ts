import { expect, test } from "vitest";
import { displayedText } from "./displayed-text.ts";

test.each([
  [" Ada ", "Ada"],
  ["\u202eada\u202c", "ada"],
  ["\u2066 Ada \u2069", "Ada"],
  ["می\u200cخواهم", "می\u200cخواهم"],
  ["👩\u200d🏫", "👩\u200d🏫"],
])("of %j %j is displayed", (given, displayed) => {
  expect(displayedText(given)).toBe(displayed);
});

test.each(["", " ", "\u200b\u2060", "\u3164", "\u2800", "\u202e", "\u2068 \u2069", "\ufe0f", "\u{e0041}", "\u0000"])(
  "of %j nothing is seen",
  (given) => {
    expect(displayedText(given)).toBe("");
  },
);
