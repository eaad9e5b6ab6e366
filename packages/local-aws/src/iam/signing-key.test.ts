import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createStorage } from "../storage/storage.ts";
import { loadSigningKey } from "./signing-key.ts";

test("keeps its key, and names the file of one that is no RSA key any more", async () => {
  const directory = mkdtempSync(join(tmpdir(), "lectern-key-"));
  const load = () => loadSigningKey(createStorage(directory), "a-key");
  const { kid } = await load();
  expect((await load()).kid).toBe(kid);
  const file = join(directory, "a-key.json");
  writeFileSync(file, readFileSync(file, "utf8").replace("RSA", "EC"));
  await expect(load()).rejects.toMatchObject({ code: "corrupt-data", message: expect.stringContaining("a-key.json") });
  rmSync(directory, { recursive: true });
});
