import { expect, test } from "vitest";
import { typedCode } from "./typed-code.ts";

test.each([
  "123456",
  " 123 456 ",
  "123-456",
  "12–34–56",
  "1 2 3 4 5 6",
  "123\u00a0456",
  "123.456",
  "“123456”",
  "١٢٣٤٥٦",
  "۱۲۳-۴۵۶",
  "१२३ ४५६",
  "１２３４５６",
  "\u2066123\u200b456\u2069",
  "Your code is 123456.",
  "رمزك هو ١٢٣٤٥٦",
])("reads %j as the code that was sent", (typed) => {
  expect(typedCode(typed)).toBe("123456");
});

test.each([
  ["12a456", "12a456"],
  ["123456 or 654321, I forgot", "123456or654321Iforgot"],
  ["", ""],
])("makes no other code of %j", (typed, sent) => {
  expect(typedCode(typed)).toBe(sent);
});
