import { randomInt } from "node:crypto";
import { effShortWords } from "../../words/eff-short-words.ts";

const WORDS_PER_CODE = 4;

/** Four words, each picked evenly (`randomInt` has no modulo bias): 4 × log2(1296) = 41.4 bits. */
export const createCode = (): string =>
  Array.from({ length: WORDS_PER_CODE }, () => effShortWords[randomInt(effShortWords.length)]).join("-");
