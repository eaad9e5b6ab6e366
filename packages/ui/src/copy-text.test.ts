import { expect, test } from "vitest";
import { copyText } from "./copy-text.ts";

test("without navigator.clipboard a copy is refused, and nothing is thrown meanwhile", async () => {
  await expect(copyText("link")).rejects.toThrow();
});
