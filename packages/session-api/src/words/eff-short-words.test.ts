import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { effShortWords } from "./eff-short-words.ts";

test("the list is the EFF's: 1,296 different words in order, so four of them are over 41 bits", () => {
  expect(new Set(effShortWords).size).toBe(1296);
  expect(effShortWords).toHaveLength(1296);
  expect([...effShortWords].sort()).toEqual(effShortWords);
  expect(effShortWords.every((word) => /^[a-z-]{3,5}$/.test(word))).toBe(true);
  expect(4 * Math.log2(effShortWords.length)).toBeGreaterThan(41);
  // Of the words as published, one blank between them.
  const sha256 = createHash("sha256").update(effShortWords.join(" ")).digest("hex");
  expect(sha256).toBe("2c64b17095fcd0fb7dd66fc4ab0e8688097f66dfff237d7d013f0807602b77c1");
});
