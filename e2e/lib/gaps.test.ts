import { expect, test } from "vitest";
import { type Heard, worstGap } from "./gaps.ts";

/** "v" the voice, "c" the control, "m" the control made up, "b" both, "." neither: 20 ms each. */
const windows = (text: string): Heard[] =>
  [...text].map((each) => ({
    voice: "vb".includes(each),
    control: "cbm".includes(each),
    concealedMs: each === "m" ? 20 : 0,
  }));
const both = "b".repeat(60);
const worst = (text: string) => worstGap(windows(`${both}${text}${both}`), 200);

test("says how long the voice was missing", () => {
  expect(worst("")).toEqual({ gapMs: 0, oursMs: 0 });
  expect(worst(`ccbb${"c".repeat(20)}b`)).toEqual({ gapMs: 400, oursMs: 400 });
});

test("a gap that the control has as well, a little earlier or later, is the machine's", () => {
  expect(worst(".".repeat(20))).toEqual({ gapMs: 400, oursMs: 0 });
  expect(worst(`${"v".repeat(9)}${".".repeat(11)}${"c".repeat(9)}`)).toEqual({ gapMs: 400, oursMs: 0 });
  expect(worst(`${"v".repeat(15)}${"b".repeat(40)}${"c".repeat(15)}`)).toEqual({ gapMs: 300, oursMs: 100 });
  expect(worst(`${"v".repeat(15)}${both}${"c".repeat(15)}`)).toEqual({ gapMs: 300, oursMs: 300 });
});

test("what the control made up is missing from it as well", () => {
  expect(worst(`${"m".repeat(8)}${"c".repeat(4)}`)).toEqual({ gapMs: 240, oursMs: 80 });
  expect(worst(`${"m".repeat(2)}${"c".repeat(10)}`)).toEqual({ gapMs: 240, oursMs: 200 });
});

test("a short pause of the control excuses no long gap", () => {
  expect(worst(`${"c".repeat(50)}..${"c".repeat(50)}`)).toEqual({ gapMs: 2040, oursMs: 2000 });
});

test("of two gaps the one that is ours is told, though the machine's was longer", () => {
  expect(worst(`${".".repeat(100)}${both}${"c".repeat(12)}`)).toEqual({ gapMs: 240, oursMs: 240 });
  expect(worst(`${".".repeat(12)}${both}${"c".repeat(9)}`)).toEqual({ gapMs: 240, oursMs: 0 });
});
