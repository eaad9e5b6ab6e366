import { expect, test } from "vitest";
import { pathOfSession, readSessionCode, sessionCodeOf } from "./session-code.ts";

const CODE = "acorn-lake-river-tidy";
const LINK = `https://listen.example.org/s/${CODE}`;

test.each([
  CODE,
  "ACORN-LAKE-RIVER-TIDY",
  "  Acorn Lake  River tidy ",
  "Acorn, lake – river -tidy. ",
  "acorn-lake river tidy",
  "acorn-lake- river-tidy",
  "acorn_lake_river_tidy",
  `${CODE}-`,
  `- ${CODE}`,
  `“${CODE}”`,
  `„${CODE}“`,
  `«\u00a0${CODE}\u00a0»`,
  `(${CODE})`,
  `[${CODE}]`,
  `**${CODE}**`,
  `\`${CODE}\``,
  `<${CODE}>`,
  `${CODE}!`,
  `${CODE}...`,
  `👉 ${CODE} 👈`,
  `\u2066${CODE}\u2069`,
  `\u202b${CODE}\u202c`,
  "ac\u00adorn-lake-ri\u00adver-tidy",
  "acorn-\u200blake-\u200briver-\u200btidy\ufeff",
  "acorn\u2011lake\u2011river\u2011tidy",
  "ａｃｏｒｎ　ｌａｋｅ　ｒｉｖｅｒ　ｔｉｄｙ",
  `The code is ${CODE}, see you tonight!`,
  `Hi! Code: acorn lake river tidy.`,
  `Go to listen.example.org and type ${CODE} there.`,
  `رمز المحاضرة هو ${CODE} من فضلك`,
  `Tonight https://meet.example.org/j/123-456-789-000 or ${CODE}`,
])("reads %j as the code in it", (typed) => {
  expect(readSessionCode(typed)).toBe(CODE);
});

test.each([
  LINK,
  LINK.toUpperCase(),
  `listen.example.org/s/${CODE}/`,
  `localhost:5174/s/${CODE}`,
  `/s/${CODE}`,
  `${LINK}?from=mail#top`,
  `${LINK}&utm_source=x`,
  `${LINK}/x`,
  `${LINK}.`,
  `${LINK}...`,
  `(${LINK}).`,
  `${LINK},`,
  `“${LINK}”`,
  `<${LINK}>`,
  `[join](${LINK})`,
  `${LINK})and`,
  `${LINK}.Thanks`,
  `Listen: ${LINK} thanks`,
  `Listen: ${LINK}\nthanks-a-lot-all-of-you\n-- \nAda`,
  `${LINK}\u200b`,
  `https://listen.example.org/s/\u2066${CODE}\u2069`,
  "https://listen.example.org/s/acorn%20lake%20river%20tidy",
  `https://safe.example.com/?url=https%3A%2F%2Flisten.example.org%2Fs%2F${CODE}&data=05%7C02`,
  `https://safe.example.com/?url=https%253A%252F%252Flisten.example.org%252Fs%252F${CODE}%253Fa`,
  `${LINK} (${LINK})`,
])("finds the code in the link %j", (pasted) => {
  expect(readSessionCode(pasted)).toBe(CODE);
});

test.each([
  ["listen.example.org/s/my-own-code/", "my-own-code"],
  ["Code: summer-school-2026", "summer-school-2026"],
  ["Summer School 2026", "summer-school-2026"],
  ["summer-school-٢٠٢٦", "summer-school-2026"],
  ["our annual general meeting 2026", "our-annual-general-meeting-2026"],
  ["https://listen.example.org/s/our-annual-general-meeting-2026.", "our-annual-general-meeting-2026"],
  ["a--b", "a--b"],
])("reads %j as %s, which somebody chose", (typed, code) => {
  expect(readSessionCode(typed)).toBe(code);
});

test.each([
  "",
  "ab",
  "!",
  "https://listen.example.org/",
  "listen.example.org",
  "ada@acorn-lake-river-tidy.org",
  "a".repeat(65),
  // Another letter.
  "acorn-lake-river-tidý",
  "acorn lake rivér tidy",
  "https://listen.example.org/s/acorn-lake-riverß",
  // Cut off.
  "https://listen.example.org/s/acorn-la…",
  "acorn-lake…",
  // One or the other.
  `${LINK} or https://listen.example.org/s/lake-acorn-river-tidy`,
  `${CODE} or lake-acorn-river-tidy`,
  "tonight at summer-school-2026 please come",
])("takes %j for no code rather than for another one", (typed) => {
  expect(readSessionCode(typed)).toBeNull();
});

test.each(["?", "-", ".", "/s/", "%25", "% "])("reads whole pages of %j at once", (piece) => {
  expect(readSessionCode(piece.repeat(300_000))).toBeNull();
  expect(readSessionCode(`${piece.repeat(9_900 / piece.length)}\nx`)).toBeNull();
});

test.each([
  pathOfSession(CODE),
  `/S/${CODE.toUpperCase()}`,
  `//s/${CODE}/`,
  `/s/${CODE}/x`,
  `/s/${CODE}.`,
  `/s/${CODE}).`,
  `/s/${CODE},`,
  `/s/${CODE}%E2%80%9D`,
  `/s/${CODE}&utm_source=x`,
  `/s/${CODE}%20`,
  `/s/%20${CODE}%20thanks`,
  "/s/acorn%20lake%20river%20tidy",
  `/s/${CODE}%E2%80%8B`,
])("finds the code in the address %s", (pathname) => {
  expect(sessionCodeOf(pathname)).toBe(CODE);
});

test("an address of no talk is one of a code that no talk has, and any other page's has none", () => {
  expect(sessionCodeOf("/s/acorn-la%E2%80%A6")).toBe("acorn-la…");
  expect(sessionCodeOf("/s/%E0%A4%A")).toBe("%E0%A4%A");
  expect(sessionCodeOf("/")).toBeNull();
  expect(sessionCodeOf("/s/")).toBeNull();
  expect(sessionCodeOf("/speakers")).toBeNull();
});
