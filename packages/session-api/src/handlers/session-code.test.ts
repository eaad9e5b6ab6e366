import * as v from "valibot";
import { expect, test } from "vitest";
import { codeSchema } from "../contract/index.ts";
import { codeWordList } from "../words/code-word-list.ts";
import { createCode } from "./session-code.ts";

test("a code is four words of the list and fits the contract's schema", () => {
  for (let i = 0; i < 200; i++) {
    const code = createCode();
    expect(v.is(codeSchema, code)).toBe(true);
    const words = code.split("-");
    expect(words).toHaveLength(4);
    expect(words.every((word) => codeWordList.includes(word))).toBe(true);
  }
});

test("every word is picked, about equally often", () => {
  const counts = new Map<string, number>();
  const codes = 8 * codeWordList.length;
  for (let i = 0; i < codes; i++) {
    for (const word of createCode().split("-")) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  expect(counts.size).toBe(codeWordList.length);
  // Mean 32, standard deviation 5.7: ten of them on either side happen to nobody.
  expect(Math.max(...counts.values())).toBeLessThan(90);
});
