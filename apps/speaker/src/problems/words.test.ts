import { expect, test } from "vitest";
import { words } from "./words.ts";

test.each(Object.entries(words))("%s says what happened and what to do", (_code, { title, advice }) => {
  expect(title).toMatch(/^[A-Z“].*[^.]$/);
  expect(advice).toMatch(/^[A-Z“].*\.$/);
});
