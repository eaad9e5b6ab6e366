import { edited, fc, text } from "@lectern/fuzz";
import { expect, test } from "vitest";
import { pathOfSession, readSessionCode, sessionCodeOf } from "./session-code.ts";

const CODE = "acorn-lamp-river-tidy";
const typed = fc.oneof(
  edited(CODE),
  edited(`https://listen.example.org/s/${CODE}?from=mail#top`),
  text,
  fc.constantFrom("?", "#", "/s/", " ", "-").map((piece) => `${piece.repeat(100_000)}\nx`),
);

test("reads anything typed or pasted as a code that fits an address, or as none", () => {
  fc.assert(
    fc.property(typed, (given) => {
      const code = readSessionCode(given);
      if (code !== null) expect(pathOfSession(code)).toMatch(/^\/s\/[a-z0-9-]{3,64}$/);
      expect(readSessionCode(` ${CODE.replaceAll("-", " ")} `)).toBe(CODE);
    }),
  );
});

test("finds a code in any address, or none", () => {
  const pathname = fc.oneof(
    text,
    text.map((rest) => `/s/${rest}`),
    edited(`/s/${CODE}`),
  );
  fc.assert(
    fc.property(pathname, (given) => {
      const code = sessionCodeOf(given);
      if (code !== null) expect(code).toBeTypeOf("string");
      expect(sessionCodeOf(pathOfSession(CODE))).toBe(CODE);
    }),
  );
});
