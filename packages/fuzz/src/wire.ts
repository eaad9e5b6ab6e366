import fc from "fast-check";
import { hostile, type Json } from "./json.ts";
import { edited, text } from "./text.ts";

/** Nested deeper than any stack is. */
const deep = fc
  .tuple(fc.constantFrom(["[", "]"], ['{"a":', "}"]), fc.constantFrom(2000, 20_000), fc.boolean())
  .map(([[open = "", close = ""], depth, isWhole]) => open.repeat(depth) + (isWhole ? `0${close.repeat(depth)}` : ""));

/** What may arrive where JSON like this is expected: such JSON damaged, its text damaged, any text at all. */
export const wire = (valid: fc.Arbitrary<Json>): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 14, arbitrary: hostile(valid).map((value) => JSON.stringify(value)) },
    { weight: 4, arbitrary: valid.chain((value) => edited(JSON.stringify(value))) },
    { weight: 2, arbitrary: text },
    { weight: 1, arbitrary: deep },
  );
