import { fc, wire } from "@lectern/fuzz";
import { expect, test, vi } from "vitest";
import { readPreference } from "./preference.ts";

test("reads anything that is stored as a microphone and a mode", () => {
  fc.assert(
    fc.property(wire(fc.constant({ deviceId: "abc", mode: "music" })), (stored) => {
      vi.stubGlobal("localStorage", { getItem: () => stored });
      const { deviceId, mode } = readPreference();
      expect(deviceId === null || typeof deviceId === "string").toBe(true);
      expect(["voice", "music"]).toContain(mode);
    }),
  );
});
