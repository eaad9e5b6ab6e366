import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { root } from "./install.mjs";
import { SEEN_BY, testFiles, UNDER_ALL } from "./selection.mjs";

test("every browser test sees something", () => {
  const names = Object.values(SEEN_BY).flat();
  const specs = testFiles().filter((file: string) => file.endsWith(".spec.ts"));
  expect(specs.length).toBeGreaterThan(0);
  expect(specs.filter((file: string) => !names.some((name) => file.startsWith(`e2e/${name}`)))).toEqual([]);
});

test("names only browser tests that exist", () => {
  const exists = (name: string) => testFiles().some((file: string) => file.startsWith(`e2e/${name}`));
  expect(
    Object.values(SEEN_BY)
      .flat()
      .filter((name) => !exists(name)),
  ).toEqual([]);
});

test("knows which browser tests see each app and package", () => {
  const folders = ["apps", "packages"].flatMap((parent) =>
    readdirSync(`${root}${parent}`).map((name) => `${parent}/${name}`),
  );
  // Only unit tests use it.
  const known = [...Object.keys(SEEN_BY), UNDER_ALL, "packages/fuzz"];
  expect(folders.filter((folder) => !known.includes(folder))).toEqual([]);
});
