import { edited, fc, json, text } from "@lectern/fuzz";
import * as v from "valibot";
import { expect, test } from "vitest";
import { createClientId, seatIdOf, verifyClientId } from "./client-id.ts";
import { codeSchema, titleSchema } from "./session.ts";

test("accepts as a code only what fits into a URL, and as a title only what can be displayed", () => {
  fc.assert(
    fc.property(fc.oneof(json, text, edited("acorn-lamp-river-tidy")), (given) => {
      const code = v.safeParse(codeSchema, given);
      if (code.success) expect(encodeURIComponent(code.output)).toMatch(/^[a-z0-9-]{3,64}$/);
      const title = v.safeParse(titleSchema, given);
      if (!title.success) return;
      expect(title.output.length).toBeLessThanOrEqual(120);
      // Throws at half a character.
      encodeURIComponent(title.output);
      expect(title.output).not.toMatch(/^[\p{C}\p{Z}]*$|[\u202A-\u202E\u2066-\u2069]/u);
    }),
  );
});

test("verifies no ClientId but the one it made", async () => {
  const macKey = btoa("k".repeat(32));
  const channelArn = "arn:aws:kinesisvideo:us-east-1:123456789012:channel/lectern-local-a-b/1";
  const seatId = "0123456789abcdef".repeat(2);
  const good = await createClientId(macKey, channelArn, { seatId, expiresAt: 1_800_000_000_000 });
  await fc.assert(
    fc.asyncProperty(fc.oneof(edited(good), text), async (clientId) => {
      expect(seatIdOf(clientId)).toSatisfy((seat) => seat === null || /^[a-f0-9]{32}$/.test(String(seat)));
      const parts = await verifyClientId(macKey, channelArn, clientId);
      expect(parts === null).toBe(clientId !== good);
    }),
  );
});
