import { expect, it } from "vitest";
import { openStoredItem } from "./storage.ts";

it("reads what was written, until it is removed", () => {
  const kept = new Map<string, string>();
  const item = openStoredItem("key", {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  });
  expect(item.read()).toBeNull();
  item.write("text");
  expect([item.read(), [...kept]]).toEqual(["text", [["key", "text"]]]);
  item.remove();
  expect(kept.size).toBe(0);
});

it("holds nothing, and throws nothing, where storage is forbidden or missing", () => {
  const forbid = () => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  };
  for (const storage of [{ getItem: forbid, setItem: forbid, removeItem: forbid }, null]) {
    const item = openStoredItem("key", storage);
    item.write("text");
    item.remove();
    expect(item.read()).toBeNull();
  }
});
