import { expect, test } from "vitest";
import { type SyncFile, writeAll } from "./sync-file.ts";

const fileThatWrites = (written: number): SyncFile => ({
  write: () => written,
  truncate: () => undefined,
  flush: () => undefined,
  close: () => undefined,
});

test("takes any other number than all of it for a full disk", () => {
  const bytes = new Uint8Array(8192);
  expect(() => writeAll(fileThatWrites(8192), bytes, 0)).not.toThrow();
  for (const written of [0, 8191, 2 ** 32 - 7]) {
    expect(() => writeAll(fileThatWrites(written), bytes, 0)).toThrow(
      expect.objectContaining({ name: "QuotaExceededError" }),
    );
  }
});
