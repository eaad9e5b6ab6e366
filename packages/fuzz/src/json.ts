import fc from "fast-check";
import { text } from "./text.ts";

export type Json = fc.JsonValue;

const nested = fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 200 })).map(([asArray, depth]) => {
  let value: Json = 0;
  for (let i = 0; i < depth; i++) value = asArray ? [value] : { a: value };
  return value;
});

/** Any JSON at all, with nasty keys and numbers among it. */
export const json: fc.Arbitrary<Json> = fc.oneof(
  { weight: 3, arbitrary: text },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Json[]>(null, true, false, 0, -1, 0.5, 1e308, -1e308, 2 ** 53, 2 ** 31, [], {}),
  },
  { weight: 2, arbitrary: fc.jsonValue({ stringUnit: "binary" }) },
  { weight: 2, arbitrary: fc.dictionary(text, fc.oneof(text, fc.integer()), { maxKeys: 5 }) },
  { weight: 1, arbitrary: nested },
);

interface Change {
  at: number;
  how: "drop" | "replace" | "edit" | "add" | "wrap";
  key: string;
  junk: Json;
}

const someChange: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  how: fc.constantFrom("drop", "replace", "edit", "add", "wrap"),
  key: text,
  junk: json,
});

/** The value with one to three changes: a member dropped, retyped, damaged, added or wrapped. */
export const damaged = (valid: Json): fc.Arbitrary<Json> =>
  fc
    .array(someChange, { minLength: 1, maxLength: 3 })
    .map((changes) => changes.reduce<Json>((value, each) => apply(value, each) ?? null, valid));

const membersOf = (value: Json | undefined): [string, Json | undefined][] =>
  value !== null && typeof value === "object" ? Object.entries(value) : [];
const countOf = (value: Json | undefined): number =>
  membersOf(value).reduce((count, [, member]) => count + countOf(member), 1);

/** Numbers a value and all in it, outside first, and changes the one that `at` points to. Undefined: dropped. */
function apply(root: Json, { at, how, key, junk }: Change): Json | undefined {
  let before = at % countOf(root);
  const visit = (value: Json | undefined): Json | undefined => {
    if (before-- === 0) return change(value);
    if (value === null || typeof value !== "object") return value;
    const kept = membersOf(value).flatMap(([name, member]): [string, Json][] => {
      const visited = visit(member);
      return visited === undefined ? [] : [[name, visited]];
    });
    return Array.isArray(value) ? kept.map(([, member]) => member) : Object.fromEntries(kept);
  };
  const change = (value: Json = null): Json | undefined => {
    if (how === "drop") return undefined;
    if (how === "replace") return junk;
    if (how === "wrap") return [value];
    if (typeof value === "string") return value.slice(0, key.length % (value.length + 1)) + key;
    if (typeof value === "number") return -value;
    if (Array.isArray(value)) return [...value, junk];
    // Not by assignment: "__proto__" must become a member like any other.
    return value === null || typeof value === "boolean" ? junk : { ...value, ...Object.fromEntries([[key, junk]]) };
  };
  return visit(root);
}

/** Mostly the value damaged, else anything at all, and now and then the value as it is. */
export const hostile = (valid: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
  fc.oneof(
    { weight: 6, arbitrary: valid.chain(damaged) },
    { weight: 2, arbitrary: json },
    { weight: 1, arbitrary: valid },
  );
