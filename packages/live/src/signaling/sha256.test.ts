import { createHash, createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { Sha256 } from "./sha256.ts";

const bytes = new Uint8Array([9, 8, 7, 6, 5]).subarray(1, 4);
const hex = async (hash: Sha256) => Buffer.from(await hash.digest()).toString("hex");

it("hashes what it was given, piece by piece, as Node does", async () => {
  const hash = new Sha256();
  hash.update("grüße");
  hash.update(bytes);
  expect(await hex(hash)).toBe(createHash("sha256").update("grüße").update(bytes).digest("hex"));
  hash.reset();
  hash.update(bytes.slice().buffer);
  expect(await hex(hash)).toBe(createHash("sha256").update(bytes).digest("hex"));
});

it("makes HMACs with a secret of text or bytes", async () => {
  for (const secret of ["AWS4secret", bytes]) {
    const hash = new Sha256(secret);
    hash.update("data");
    expect(await hex(hash)).toBe(createHmac("sha256", secret).update("data").digest("hex"));
  }
});
