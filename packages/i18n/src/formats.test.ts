import { describe, expect, it } from "vitest";
import { createFormats } from "./formats.ts";

describe("createFormats", () => {
  it.each([
    [-5, "0:00"],
    [61_900, "1:01"],
    [3_600_000, "1:00:00"],
    [36_061_000, "10:01:01"],
  ])("writes %i ms that went by as %s", (durationMs, text) =>
    expect(createFormats("en").elapsed(durationMs)).toBe(text),
  );

  it("takes the language's own decimals, signs and days", () => {
    const german = createFormats("de");
    expect(german.seconds(420)).toBe("0,42 Sek.");
    expect(german.percent(0.5)).toBe("50\u00a0%");
    expect(german.daysAgo(1)).toBe("gestern");
    expect(german.number(12_345)).toBe("12.345");
  });

  it("picks the phrase for so many, by the language's own categories", () => {
    const forms = { zero: "none", one: "one", two: "a pair", few: "# (few)", many: "# (many)", other: "# (other)" };
    const arabic = createFormats("ar");
    expect([0, 1, 2].map((count) => arabic.plural(count, forms))).toEqual(["none", "one", "a pair"]);
    expect([3, 11, 100].map((count) => arabic.plural(count, forms).replace(/^\S+ /, ""))).toEqual([
      "(few)",
      "(many)",
      "(other)",
    ]);
    expect(createFormats("en").plural(1, { one: "one", other: "# people" })).toBe("one");
    expect(createFormats("en").plural(1200, { one: "one", other: "# people" })).toBe("1,200 people");
  });
});
