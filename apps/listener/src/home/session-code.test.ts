import { expect, test } from "vitest";
import { pathOfSession, readSessionCode, sessionCodeOf } from "./session-code.ts";

test.each([
  ["acorn-lamp-river-tidy", "acorn-lamp-river-tidy"],
  ["  Acorn Lamp  River tidy ", "acorn-lamp-river-tidy"],
  ["https://listen.example.org/s/acorn-lamp-river-tidy?from=mail#top", "acorn-lamp-river-tidy"],
  ["listen.example.org/s/my-own-code/", "my-own-code"],
  ["https://listen.example.org/s/acorn-lake-river-tidy.", "acorn-lake-river-tidy"],
  ["acorn-lake-river-tidy-", "acorn-lake-river-tidy"],
  ["Acorn, lake – river -tidy. ", "acorn-lake-river-tidy"],
  ["ａｃｏｒｎ　ｌａｋｅ", "acorn-lake"],
])("reads %j as a code", (typed, code) => {
  expect(readSessionCode(typed)).toBe(code);
});

test.each(["", "ab", "-abc", "acorn!", "https://listen.example.org/", "listen.example.org", "a".repeat(65)])(
  "takes %j for no code",
  (typed) => {
    expect(readSessionCode(typed)).toBeNull();
  },
);

test("takes a whole page of question marks for no code, at once", () => {
  expect(readSessionCode(`${"?".repeat(300_000)}\nx`)).toBeNull();
});

test("finds in an address the code it was made from, and in no other page's", () => {
  expect(sessionCodeOf(pathOfSession("acorn-lamp"))).toBe("acorn-lamp");
  expect(sessionCodeOf("/s/Acorn-Lamp/")).toBe("acorn-lamp");
  expect(sessionCodeOf("/")).toBeNull();
  expect(sessionCodeOf("/s/")).toBeNull();
  expect(sessionCodeOf("/s/%E0%A4%A")).toBe("%E0%A4%A");
});
