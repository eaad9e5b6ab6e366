import { edited, fc, hostile, text, wire } from "@lectern/fuzz";
import { IDBFactory } from "fake-indexeddb";
import * as v from "valibot";
import { expect, test } from "vitest";
import { mapStorage } from "../../testing/http-server.ts";
import { openDeviceKey } from "./device-key.ts";
import { createSealing } from "./sealing.ts";
import { createVault } from "./vault.ts";

const NAME = "lectern.session";
const KEY = "0123456789abcdef0123456789abcdef";
const secret = { token: "eyJraWQiOiJ.very-secret.token" };

test("reads any text on the disk as what it kept or as nothing, and keeps the next value", async () => {
  const profile = { storage: mapStorage(), indexedDB: new IDBFactory() };
  const vault = createVault(NAME, v.object({ token: v.string() }), KEY, profile);
  await vault.save(secret);
  const sealed = profile.storage.getItem(NAME) ?? "";
  const onDisk = fc.oneof(edited(sealed), wire(hostile(fc.constant(JSON.parse(sealed)))), text);
  await fc.assert(
    fc.asyncProperty(onDisk, async (item) => {
      profile.storage.setItem(NAME, item);
      const loaded = await vault.load();
      // Damage that GCM does not see is none: a member more, or blanks.
      if (loaded !== null) expect(loaded).toEqual(secret);
      expect(await vault.save(secret)).toBe(true);
      expect(await vault.load()).toEqual(secret);
    }),
  );
});

test("returns nothing that does not fit its schema, even if it sealed it", async () => {
  const profile = { storage: mapStorage(), indexedDB: new IDBFactory() };
  const vault = createVault(NAME, v.object({ token: v.string() }), KEY, profile);
  const key = await openDeviceKey(profile.indexedDB, NAME);
  if (key === null) throw new Error("no device key");
  const sealing = await createSealing(key, KEY, NAME);
  await fc.assert(
    fc.asyncProperty(wire(hostile(fc.constant(secret))), async (content) => {
      profile.storage.setItem(NAME, await sealing.seal(content));
      const loaded = await vault.load();
      if (loaded === null) expect(profile.storage.getItem(NAME)).toBeNull();
      else expect(loaded.token).toBeTypeOf("string");
    }),
  );
});
