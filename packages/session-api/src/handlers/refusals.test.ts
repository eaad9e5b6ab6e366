import { expect, test, vi } from "vitest";
import { toRefusal } from "./refusals.ts";

test("what nobody foresaw is logged with where it happened, and without what it says", () => {
  const printed = vi.spyOn(console, "error").mockImplementation(() => {});
  try {
    expect(toRefusal(new TypeError("the code was tidy-tiger")).code).toBe("unavailable");
    const [[line]] = printed.mock.calls as [[string]];
    const { stack, ...rest } = JSON.parse(line);
    expect(rest).toEqual({ level: "error", event: "unforeseen", name: "TypeError" });
    expect(stack[0]).toContain("refusals.test.ts");
    expect(line).not.toContain("tidy-tiger");
  } finally {
    printed.mockRestore();
  }
});
