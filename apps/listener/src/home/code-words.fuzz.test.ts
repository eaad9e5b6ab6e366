import { edited, fc, text } from "@lectern/fuzz";
import { codeWordList } from "@lectern/session-api/words";
import { expect, test } from "vitest";
import { codeWords, nearestTo } from "./code-words.ts";
import { typingErrors } from "./likeness.ts";
import { readSessionCode } from "./session-code.ts";

const { completionsOf, complete, doubtOf, correct } = codeWords;

const word = fc.constantFrom(...codeWordList);
const fourWords = fc.tuple(word, word, word, word);
const typed = fc.oneof(
  fourWords.chain((words) => edited(words.join("-"))),
  text,
  fc.constantFrom("?", "yo-", " ", "-", ", ").map((piece) => `${piece.repeat(100_000)}x`),
);

test("any code of four words can be put together from the first letters of each", () => {
  fc.assert(
    fc.property(fourWords, fc.constantFrom("-", " "), (words, between) => {
      let line = "";
      for (const each of words) {
        const begun = `${line}${each.slice(0, -1)}`;
        expect(completionsOf(begun, codeWordList.length)).toContain(each);
        line = complete(begun, each).replace(/-$/, between);
      }
      expect(readSessionCode(line)).toBe(words.join("-"));
      expect(doubtOf(words.join("-"))).toBeNull();
    }),
  );
});

test("whatever is typed, what is offered is of the list and leads to a code", () => {
  fc.assert(
    fc.property(typed, (given) => {
      const [first] = completionsOf(given, 4);
      if (first !== undefined) {
        expect(codeWordList).toContain(first);
        expect(complete(given, first)).toMatch(/^[a-z-]+$/);
      }
      const code = readSessionCode(given);
      const doubt = code === null ? null : doubtOf(code);
      if (doubt?.kind === "more-words") {
        expect(code).toContain(doubt.nearest[0]);
        expect(doubtOf(correct(doubt, doubt.nearest[0]))).toBeNull();
      } else if (doubt) {
        expect(codeWordList).not.toContain(doubt.word);
        for (const near of doubt.nearest) {
          expect(codeWordList).toContain(near);
          expect(readSessionCode(correct(doubt, near))).toContain(near);
        }
      }
    }),
  );
});

test("a word with two neighbouring letters swapped is one slip away, and is offered or has nearer ones", () => {
  fc.assert(
    fc.property(word, fc.nat({ max: 3 }), (right, nat) => {
      const at = nat % (right.length - 1);
      const letters = [...right];
      letters.splice(at, 2, letters[at + 1] ?? "", letters[at] ?? "");
      const wrong = letters.join("");
      expect(typingErrors(wrong, right)).toBe(wrong === right ? 0 : 1);
      if (!codeWordList.includes(wrong)) expect(nearestTo(wrong)).not.toEqual([]);
    }),
    // Each looks at every word of the list.
    { numRuns: 200 },
  );
});

test("how far apart two words are is the same both ways, and never more than the longer is long", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b", "c", "e"), maxLength: 6 });
  fc.assert(
    fc.property(letters, letters, (a, b) => {
      const errors = typingErrors(a, b);
      expect(errors).toBe(typingErrors(b, a));
      expect(errors === 0).toBe(a === b);
      expect(errors).toBeLessThanOrEqual(Math.max(a.length, b.length));
      expect(errors).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
    }),
  );
});
