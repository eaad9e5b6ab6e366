import { expect, test } from "vitest";
import { type About, fileName, folderName, readAbout } from "./about.ts";

const about: About = {
  owner: "a-sub",
  title: "Untitled talk",
  startedAt: new Date(2026, 10, 5, 9, 7).getTime(),
  container: "webm",
};

test("reads what it wrote, and nothing else", () => {
  expect(readAbout(JSON.stringify(about))).toEqual(about);
  for (const text of ["", "null", "{}", "[]", JSON.stringify({ ...about, startedAt: 1e300 })]) {
    expect(readAbout(text)).toBeNull();
  }
});

test("names a folder by session and start, whatever the code is", () => {
  expect(folderName("calm-blue-otter-sings", 17)).toBe("calm-blue-otter-sings-17");
  expect(folderName("../é", 17)).toBe("___é-17");
});

test.each([
  ["Untitled talk", "Untitled talk 2026-11-05 09.07.webm"],
  ["  Ways out: a/b \\ c?\n", "Ways out a b c 2026-11-05 09.07.webm"],
  ["...", "Talk 2026-11-05 09.07.webm"],
  ["世界と音", "世界と音 2026-11-05 09.07.webm"],
])("calls the file of %j after it", (title, name) => {
  expect(fileName({ ...about, title })).toBe(name);
});

test("ends AAC in .m4a, as players expect", () => {
  expect(fileName({ ...about, container: "mp4" })).toMatch(/\.m4a$/);
});
