import { expect, test } from "vitest";
import * as ar from "./ar/index.ts";
import * as de from "./de/index.ts";
import * as en from "./en/index.ts";
import * as es from "./es/index.ts";

const problems = Object.entries({ en, de, es, ar }).flatMap(([locale, words]) =>
  Object.entries(words.problems).map(([code, said]) => ({ locale, code, ...said })),
);

test.each(problems)("$locale: $code says what happened and what to do", ({ title, advice }) => {
  expect(title).toMatch(/^[\p{Lu}\p{Lo}“].*[^.]$/u);
  expect(advice).toMatch(/^[\p{Lu}\p{Lo}“].*\.$/u);
});
