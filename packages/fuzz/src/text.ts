import fc from "fast-check";
import { CANARY } from "./canary.ts";

/** Text that has broken programs before. */
const NASTY = [
  "",
  " ",
  "\u0000",
  "\r\n",
  `\r\nset-cookie: ${CANARY}=1`,
  `<script>${CANARY}</script>`,
  `"><img src=x onerror=${CANARY}>`,
  `\${${CANARY}}`,
  CANARY,
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "null",
  "NaN",
  "-1",
  "1e309",
  "true",
  "[]",
  "%",
  "%00",
  "%E0%A4%A",
  "%2e%2e/%2e%2e",
  "../../etc/passwd",
  "//",
  "?",
  "#",
  "\ud800",
  "\u2028",
  "\u202e",
  "\ufeff",
  "İ",
  "ﷺ",
  "👩‍👩‍👧‍👧",
  "Z͑ͫ̓a͋",
];

const long = fc
  .tuple(
    fc.constantFrom("a", "/", "=", "<", "[", '{"a":', "\r", "\n", "-", "%", "é", "😀", "a=", "; ", CANARY),
    fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 64, max: 3000 }) },
      { weight: 1, arbitrary: fc.integer({ max: 40_000 }) },
    ),
  )
  .map(([piece, times]) => piece.repeat(Math.max(1, times)));

/** Any text at all: random, known to be nasty, long, or some of these together. */
export const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...NASTY) },
  { weight: 3, arbitrary: fc.string({ unit: "binary" }) },
  { weight: 2, arbitrary: fc.string() },
  { weight: 1, arbitrary: long },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...NASTY), { maxLength: 5 }).map((parts) => parts.join("")) },
);

/** The text with something put in, cut out, doubled, or its letter case changed, once or a few times. */
export const edited = (valid: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.record({
        at: fc.nat(),
        length: fc.nat({ max: 20 }),
        how: fc.constantFrom("insert", "cut", "double", "upper", "end"),
        junk: text,
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((edits) => edits.reduce(edit, valid));

function edit(before: string, { at, length, how, junk }: { at: number; length: number; how: string; junk: string }) {
  const start = at % (before.length + 1);
  const [head, middle, tail] = [
    before.slice(0, start),
    before.slice(start, start + length),
    before.slice(start + length),
  ];
  switch (how) {
    case "insert":
      return head + junk + middle + tail;
    case "cut":
      return head + tail;
    case "double":
      return head + middle + middle + tail;
    case "upper":
      return head + middle.toUpperCase() + tail;
    default:
      return head;
  }
}
