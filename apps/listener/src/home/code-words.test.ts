import { expect, test } from "vitest";
import { codeWords, nearestTo } from "./code-words.ts";

const { completionsOf, complete, doubtOf, correct } = codeWords;

test.each([
  ["ac", ["acid", "acorn", "acre", "acts"]],
  [" Ac", ["acid", "acorn", "acre", "acts"]],
  ["acorn-lake-riv", ["rival", "river"]],
  ["acorn lake, riv", ["rival", "river"]],
  ["acorn – riv", ["rival", "river"]],
  ["yi", ["yield"]],
  ["bat", ["bath", "baton", "bats"]],
])("offers for %j the words that begin so", (typed, words) => {
  expect(completionsOf(typed, 4)).toEqual(words);
});

test.each([
  "",
  "a",
  "acorn-",
  "acorn ",
  "xq",
  "acorn-lake-river-tidy",
  "acorn-lake-river-tidy-ac",
  "https://my-site.example.org/s/acorn-la",
  "talk-7-ac",
])("offers nothing for %j", (typed) => {
  expect(completionsOf(typed, 4)).toEqual([]);
});

test("offers more words than fit, which then are not all", () => {
  expect(completionsOf("st", 4).length).toBeGreaterThan(4);
});

test.each([
  ["ac", "acorn", "acorn-"],
  ["Acorn la", "lake", "acorn-lake-"],
  ["acorn-lake-river-ti", "tidy", "acorn-lake-river-tidy"],
])("makes of %j with %s %s, ready for what comes next", (typed, word, code) => {
  expect(complete(typed, word)).toBe(code);
});

test.each([
  ["frm", ["from"]],
  ["acron", ["acorn", "apron"]],
  ["tidee", ["tidy"]],
  ["foto", ["photo"]],
  ["sity", ["city"]],
  ["nife", ["life", "wife"]],
  ["rist", ["risk", "rust", "list"]],
  ["riv", ["rival", "river"]],
  ["zzzzz", []],
  ["a", []],
])("knows what %s may be", (wrong, words) => {
  expect(nearestTo(wrong)).toEqual(words);
});

test("says which of four words is not of the list, and puts another in its place", () => {
  const doubt = doubtOf("acorn-lake-rivre-tidy");
  expect(doubt).toEqual({ kind: "unknown-word", code: "acorn-lake-rivre-tidy", word: "rivre", nearest: ["river"] });
  expect(doubt && correct(doubt, "river")).toBe("acorn-lake-river-tidy");
});

test("says which four words of a sentence are a code", () => {
  const code = "the-code-is-acorn-lake-river-tidy-thanks";
  const doubt = doubtOf(code);
  expect(doubt).toEqual({ kind: "more-words", code, nearest: ["acorn-lake-river-tidy"] });
  expect(doubt && correct(doubt, "acorn-lake-river-tidy")).toBe("acorn-lake-river-tidy");
});

test.each([
  "acorn-lake-river-tidy",
  "frm",
  "frm-lake",
  "a-frm-lake-river-tidy",
  "acorn-lake-river-tidy-acorn",
  "my-own-talk-today",
])("has no doubt of %s", (code) => {
  expect(doubtOf(code)).toBeNull();
});
