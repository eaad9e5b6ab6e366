import * as v from "valibot";
import { expect, test } from "vitest";
import { chosenCodeSchema, codeSchema, titleSchema } from "./session.ts";

test.each([
  "",
  "   ",
  "\u00a0\u3000",
  "\u200b",
  "\u200d\u2060\ufeff",
  "\u00ad \u034f",
  "\u3164",
  "\u115f\u1160",
  "\u2800",
  "\u202e",
  "\u2068 \u2069",
  "\ufe0f",
  "\u{e0041}",
  "a\u2028b",
  "a\u0000b",
  "x".repeat(121),
])("%j is no title", (title) => {
  expect(v.is(titleSchema, title)).toBe(false);
});

test.each([
  [" Tea & talk ", "Tea & talk"],
  ["\u202eevil", "evil"],
  ["a\u202bb\u202c \u2067c", "ab c"],
  // What joins letters and emoji, and marks of direction that end nowhere else, stay.
  ["می\u200cخواهم", "می\u200cخواهم"],
  ["👩\u200d🏫", "👩\u200d🏫"],
  ["سؤال\u200f؟", "سؤال\u200f؟"],
  ["?", "?"],
])("%j is the title %j", (given, title) => {
  expect(v.parse(titleSchema, given)).toBe(title);
});

test("a code somebody chooses has at least 12 characters; shorter ones chosen earlier are still found", () => {
  expect(v.is(chosenCodeSchema, "my-own-talk")).toBe(false);
  expect(v.is(chosenCodeSchema, "my-own-talk1")).toBe(true);
  expect(v.is(chosenCodeSchema, ` ${"a".repeat(11)} `)).toBe(false);
  expect(v.is(chosenCodeSchema, "my--own--talk-")).toBe(false);
  expect(v.is(codeSchema, "my-own-talk")).toBe(true);
});
