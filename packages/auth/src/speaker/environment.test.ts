import { expect, test } from "vitest";
import { environmentOf } from "./environment.ts";

test("a browser that throws where indexedDB is only looked at has none", () => {
  const real = Object.getOwnPropertyDescriptor(globalThis, "indexedDB");
  Object.defineProperty(globalThis, "indexedDB", {
    configurable: true,
    get() {
      throw new DOMException("The operation is insecure.", "SecurityError");
    },
  });
  try {
    expect(environmentOf({ storageEvents: new EventTarget() }).indexedDB).toBeUndefined();
  } finally {
    Reflect.deleteProperty(globalThis, "indexedDB");
    if (real) Object.defineProperty(globalThis, "indexedDB", real);
  }
});
