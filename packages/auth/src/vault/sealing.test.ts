import { createDecipheriv, hkdfSync } from "node:crypto";
import { expect, it, vi } from "vitest";
import { createSealing } from "./sealing.ts";

const DEVICE_KEY = new Uint8Array(32).fill(7);
const ENCRYPTION_KEY = "0123456789abcdef0123456789abcdef";
const PURPOSE = "lectern.session";

const deviceKey = () => crypto.subtle.importKey("raw", DEVICE_KEY, "HKDF", false, ["deriveKey"]);

/** What any other implementation makes of it: HKDF-SHA-256 over both keys, then AES-256-GCM bound to the purpose. */
function openWithNode(sealed: string): string {
  const { nonce, data } = JSON.parse(sealed);
  const key = hkdfSync("sha256", DEVICE_KEY, ENCRYPTION_KEY, "lectern token vault v1", 32);
  const bytes = Buffer.from(data, "base64");
  const decipher = createDecipheriv("aes-256-gcm", new Uint8Array(key), Buffer.from(nonce, "base64"));
  decipher.setAAD(Buffer.from(PURPOSE)).setAuthTag(bytes.subarray(-16));
  return decipher.update(bytes.subarray(0, -16)).toString() + decipher.final().toString();
}

it("seals as documented, and opens what it sealed", async () => {
  const sealing = await createSealing(await deviceKey(), ENCRYPTION_KEY, PURPOSE);
  const sealed = await sealing.seal("grüß Gott");
  expect(JSON.parse(sealed)).toEqual({ v: 1, nonce: expect.any(String), data: expect.any(String) });
  expect(openWithNode(sealed)).toBe("grüß Gott");
  expect(await sealing.open(sealed)).toBe("grüß Gott");
});

it("derives a key whose bytes no script can read, and for nothing else", async () => {
  const derive = vi.spyOn(crypto.subtle, "deriveKey");
  await createSealing(await deviceKey(), ENCRYPTION_KEY, PURPOSE);
  const key = await derive.mock.results[0]?.value;
  derive.mockRestore();
  expect(key).toMatchObject({ extractable: false, usages: ["encrypt", "decrypt"] });
});

it.each([
  ["no JSON", "{]"],
  ["no base64", JSON.stringify({ v: 1, nonce: "***", data: "***" })],
  ["too short for a tag", JSON.stringify({ v: 1, nonce: "AAAA", data: "AAAA" })],
])("opens nothing that is %s, and does not throw", async (_what, sealed) => {
  const sealing = await createSealing(await deviceKey(), ENCRYPTION_KEY, PURPOSE);
  expect(await sealing.open(sealed)).toBeNull();
});

it("opens nothing of another version", async () => {
  const sealing = await createSealing(await deviceKey(), ENCRYPTION_KEY, PURPOSE);
  const sealed = JSON.parse(await sealing.seal("text"));
  expect(await sealing.open(JSON.stringify({ ...sealed, v: 2 }))).toBeNull();
});
