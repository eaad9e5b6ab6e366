import { IDBFactory } from "fake-indexeddb";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { mapStorage } from "../../testing/http-server.ts";
import { createVault, type VaultEnvironment } from "./vault.ts";

const KEY = "0123456789abcdef0123456789abcdef";
const NAME = "lectern.session";
const schema = v.object({ token: v.string() });
const secret = { token: "eyJraWQiOiJ.very-secret.token" };

const browser = () => ({ storage: mapStorage(), indexedDB: new IDBFactory() });
const vault = (environment: VaultEnvironment, encryptionKey = KEY) =>
  createVault(NAME, schema, encryptionKey, environment);

describe("the token vault", () => {
  it("gives back after a reload what was kept", async () => {
    const profile = browser();
    expect(await vault(profile).save(secret)).toBe(true);
    expect(await vault(profile).load()).toEqual(secret);
  });

  it("keeps ciphertext only, never the same twice", async () => {
    const profile = browser();
    await vault(profile).save(secret);
    const first = profile.storage.getItem(NAME) ?? "";
    await vault(profile).save(secret);
    const bytes = atob(JSON.parse(first).data);
    for (const part of [secret.token, ...secret.token.split("."), "token"]) {
      expect(first).not.toContain(part);
      expect(bytes).not.toContain(part);
      expect(bytes).not.toContain(btoa(part));
    }
    expect(profile.storage.getItem(NAME)).not.toBe(first);
    expect([...profile.storage.kept.keys()]).toEqual([NAME]);
  });

  it("cannot be read in another browser it was copied to", async () => {
    const profile = browser();
    await vault(profile).save(secret);
    const thief = { storage: mapStorage(new Map(profile.storage.kept)), indexedDB: new IDBFactory() };
    expect(await vault(thief).load()).toBeNull();
    expect(await vault(profile).load()).toEqual(secret);
  });

  it("keeps a key whose bytes nobody can read", async () => {
    const profile = browser();
    await vault(profile).save(secret);
    const key = await new Promise<CryptoKey>((resolve) => {
      const opening = profile.indexedDB.open("lectern");
      opening.onsuccess = () => {
        const reading = opening.result.transaction("keys").objectStore("keys").get(NAME);
        reading.onsuccess = () => resolve(reading.result);
      };
    });
    expect(key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey("raw", key)).rejects.toThrow();
  });

  it("forgets everything once the deployment's key changes, and works on under the new one", async () => {
    const profile = browser();
    await vault(profile).save(secret);
    const other = "f".repeat(32);
    expect(await vault(profile, other).load()).toBeNull();
    expect(profile.storage.getItem(NAME)).toBeNull();
    await vault(profile, other).save(secret);
    expect(await vault(profile, other).load()).toEqual(secret);
  });

  it.each([
    ["no JSON", "{]"],
    ["another version", JSON.stringify({ v: 2, nonce: "", data: "" })],
    ["damaged base64", JSON.stringify({ v: 1, nonce: "***", data: "***" })],
    ["nothing inside", JSON.stringify({ v: 1, nonce: "", data: "" })],
  ])("takes %s for nothing and removes it", async (_what, kept) => {
    const profile = browser();
    profile.storage.setItem(NAME, kept);
    expect(await vault(profile).load()).toBeNull();
    expect(profile.storage.getItem(NAME)).toBeNull();
  });

  it("refuses a ciphertext with one byte changed, or moved to another item", async () => {
    const profile = browser();
    await vault(profile).save(secret);
    const sealed = profile.storage.getItem(NAME) ?? "";
    const { nonce, data } = JSON.parse(sealed);
    const changed = data.startsWith("A") ? `B${data.slice(1)}` : `A${data.slice(1)}`;
    profile.storage.setItem("lectern.other", sealed);
    expect(await createVault("lectern.other", schema, KEY, profile).load()).toBeNull();
    profile.storage.setItem(NAME, JSON.stringify({ v: 1, nonce, data: changed }));
    expect(await vault(profile).load()).toBeNull();
  });

  it("refuses what does not fit the schema of today", async () => {
    const profile = browser();
    await createVault(NAME, v.object({ old: v.string() }), KEY, profile).save({ old: "shape" });
    expect(await vault(profile).load()).toBeNull();
  });

  it("writes in order: a sign-out right after a sign-in leaves nothing", async () => {
    const profile = browser();
    const kept = vault(profile);
    const saving = kept.save(secret);
    const removing = kept.save(null);
    await Promise.all([saving, removing]);
    expect(profile.storage.getItem(NAME)).toBeNull();
  });

  it("deletes the key with the value: a ciphertext copied before opens nothing in this browser either", async () => {
    const profile = browser();
    const [one, two] = [vault(profile), vault(profile)];
    await one.save(secret);
    const copied = new Map(profile.storage.kept);
    await one.save(null);
    const thief = vault({ ...profile, storage: mapStorage(copied) });
    expect(await thief.load()).toBeNull();
    // Whoever signs in afterwards, in whichever tab, is kept under the next one.
    await two.save({ token: "of the next" });
    expect(await vault(profile).load()).toEqual({ token: "of the next" });
  });

  it("leaves a key that other tabs use", async () => {
    const { indexedDB } = browser();
    const openTab = () => vault({ storage: mapStorage(), indexedDB, sharedKey: "of tabs" });
    const [one, two] = [openTab(), openTab()];
    await one.save(secret);
    await two.save(secret);
    await one.save(null);
    expect(await two.load()).toEqual(secret);
  });

  it("removes at once, before anything is awaited", async () => {
    const profile = browser();
    await vault(profile).save(secret);
    const removing = vault(profile).save(null);
    expect(profile.storage.getItem(NAME)).toBeNull();
    await removing;
  });

  it("makes one key when two tabs open together", async () => {
    const profile = browser();
    const [one, two] = [vault(profile), vault(profile)];
    await Promise.all([one.save(secret), two.load()]);
    await two.save({ token: "from two" });
    expect(await one.load()).toEqual({ token: "from two" });
  });

  const insecure = () => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  };

  it.each<[string, VaultEnvironment]>([
    ["no localStorage", { storage: null, indexedDB: new IDBFactory() }],
    [
      "a forbidden localStorage",
      { storage: { getItem: insecure, setItem: insecure, removeItem: insecure }, indexedDB: new IDBFactory() },
    ],
    ["no IndexedDB", { storage: mapStorage(), indexedDB: undefined }],
    [
      "a forbidden IndexedDB",
      { storage: mapStorage(), indexedDB: Object.assign(new IDBFactory(), { open: insecure }) },
    ],
  ])("keeps nothing, and says so, with %s", async (_what, environment) => {
    expect(await vault(environment).save(secret)).toBe(false);
    expect(await vault(environment).load()).toBeNull();
    expect(await vault(environment).save(null)).toBe(true);
  });

  it("leaves nothing outdated behind when the disk is full", async () => {
    const profile = browser();
    await vault(profile).save(secret);
    const full = {
      ...profile,
      storage: {
        ...profile.storage,
        setItem: () => {
          throw new DOMException("Quota exceeded.", "QuotaExceededError");
        },
      },
    };
    expect(await vault(full).save({ token: "newer" })).toBe(false);
    expect(profile.storage.getItem(NAME)).toBeNull();
  });
});
