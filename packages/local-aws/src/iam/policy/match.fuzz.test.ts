import { fc, text } from "@lectern/fuzz";
import { expect, test } from "vitest";
import { matches, type PatternPart } from "./match.ts";

interface Piece {
  part: PatternPart;
  stands: string;
}

test("decides within milliseconds, whatever the pattern", () => {
  const part = fc.oneof(
    fc.constantFrom<PatternPart>({ wildcard: "*" }, { wildcard: "*" }, { wildcard: "?" }, { literal: "a" }),
    text.map((literal) => ({ literal })),
  );
  const asked = fc.oneof(fc.constantFrom("a".repeat(30), "a".repeat(4000), "kinesisvideo:ConnectAsViewer"), text);
  fc.assert(
    fc.property(fc.array(part, { maxLength: 60 }), asked, fc.boolean(), (pattern, resource, ignoreCase) => {
      expect(matches(pattern, resource, ignoreCase)).toBeTypeOf("boolean");
    }),
  );
});

test("matches what wildcards stand for, and a literal only by itself", () => {
  const whole = text.map((some) => some.slice(0, 100).replace(/\p{Cs}/gu, ""));
  const piece = fc.oneof(
    whole.map((stands): Piece => ({ part: { wildcard: "*" }, stands })),
    fc.constantFrom("a", "*", "?", "/", "😀").map((stands): Piece => ({ part: { wildcard: "?" }, stands })),
    fc.oneof(whole, fc.constantFrom("a", "*", "?")).map((stands): Piece => ({ part: { literal: stands }, stands })),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const pattern = pieces.map(({ part }) => part);
      const resource = pieces.map(({ stands }) => stands).join("");
      expect(matches(pattern, resource)).toBe(true);
      expect(matches([{ literal: resource }, { wildcard: "?" }], resource)).toBe(false);
    }),
  );
});
