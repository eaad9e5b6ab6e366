import { randomInt } from "node:crypto";
import { codeWordList } from "../words/code-word-list.ts";

export const WORDS_PER_CODE = 4;

/** Four words at random, each as likely as any other. */
export const createCode = (): string =>
  Array.from({ length: WORDS_PER_CODE }, () => codeWordList[randomInt(codeWordList.length)]).join("-");
