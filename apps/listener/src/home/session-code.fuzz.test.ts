import { edited, fc, text } from "@lectern/fuzz";
import { expect, test } from "vitest";
import { pathOfSession, readSessionCode, sessionCodeOf } from "./session-code.ts";

const CODE = "acorn-lamp-river-tidy";
const typed = fc.oneof(
  edited(CODE),
  edited(`https://listen.example.org/s/${CODE}?from=mail#top`),
  text,
  fc.constantFrom("?", "#", "/s/", " ", "-").map((piece) => `${piece.repeat(9_000)}\nx`),
);
/** As the contract has it. */
const anyCode = fc.stringMatching(/^[a-z0-9][a-z0-9-]{1,62}[a-z0-9]$/);
const mark = fc.constantFrom(..."\"'“”„«»()[]{}<>*`!:;|~\u2066\u2069\u200b\u00ad\ufeff\u202e");
const marks = fc.array(mark, { maxLength: 3 }).map((some) => some.join(""));
/** Prose of any script: its words have no three hyphens. */
const prose = fc
  .array(fc.constantFrom("Listen", "here:", "at", "8", "p.m.,", "follow-up", "bitte", "schön", "الرمز", "…", "—", "\n"))
  .map((words) => words.join(" "));

test("reads anything typed or pasted as a code that fits an address, or as none", () => {
  fc.assert(
    fc.property(typed, (given) => {
      const code = readSessionCode(given);
      if (code !== null) expect(pathOfSession(code)).toMatch(/^\/s\/[a-z0-9-]{3,64}$/);
    }),
  );
});

test("every code a talk can have is read from itself, from its link and from its address, in marks of any kind", () => {
  fc.assert(
    fc.property(anyCode, marks, marks, (code, before, after) => {
      expect(readSessionCode(`${before}${code}${after}`)).toBe(code);
      expect(readSessionCode(`${before}https://listen.example.org${pathOfSession(code)}${after}`)).toBe(code);
      expect(sessionCodeOf(pathOfSession(code) + encodeURIComponent(after))).toBe(code);
    }),
  );
});

test("a code or a link in any prose is found, and never becomes another one", () => {
  fc.assert(
    fc.property(prose, marks, marks, prose, (before, opening, closing, after) => {
      for (const given of [CODE, CODE.toUpperCase(), `https://listen.example.org/s/${CODE}`]) {
        expect(readSessionCode(`${before} ${opening}${given}${closing} ${after}`)).toBe(CODE);
      }
    }),
  );
});

test("finds a code in any address, or what stands in its place, or none", () => {
  const pathname = fc.oneof(
    text,
    text.map((rest) => `/s/${rest}`),
    edited(`/s/${CODE}`),
  );
  fc.assert(
    fc.property(pathname, (given) => {
      const code = sessionCodeOf(given);
      if (code !== null) expect(code).toBeTypeOf("string");
    }),
  );
});
