import { edited, fc, hostile, text, wire } from "@lectern/fuzz";
import { expect, test } from "vitest";
import { fileName, readAbout } from "./about.ts";

const about = { owner: "a-sub", title: "A talk", startedAt: 1_790_000_000_000, container: "webm" };

test("takes any file on the disk for a recording with a name, or for none", () => {
  const onDisk = fc.oneof(edited(JSON.stringify(about)), wire(hostile(fc.constant(about))), text);
  fc.assert(
    fc.property(onDisk, (file) => {
      const read = readAbout(file);
      if (read === null) return;
      expect(fileName(read)).toMatch(/^[^\\/:*?"<>|]+ \d{4,6}-\d\d-\d\d \d\d\.\d\d\.(webm|m4a)$/);
    }),
  );
});
