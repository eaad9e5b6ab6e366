import { randomInt } from "node:crypto";
import { effShortWords } from "../words/eff-short-words.ts";

const WORDS_PER_CODE = 4;

/** Four words at random, each as likely as any other: 4 × log2(1296) = 41.4 bits. */
export const createCode = (): string =>
  Array.from({ length: WORDS_PER_CODE }, () => effShortWords[randomInt(effShortWords.length)]).join("-");
