import { edited, fc, text } from "@lectern/fuzz";
import { createClientId } from "@lectern/session-api/contract";
import { expect, test } from "vitest";
import { createAdmission } from "./admission.ts";

const channelArn = "arn:aws:kinesisvideo:us-east-1:123456789012:channel/lectern-local-a-b/1";
const seatId = "0123456789abcdef".repeat(2);

test("lets nobody in under a ClientId that was not issued, whoever has a peer, and reports few", async () => {
  const macKey = btoa("k".repeat(32));
  let now = 1_800_000_000_000;
  let reports = 0;
  const { admit } = createAdmission({
    macKey,
    channelArn,
    serverNow: () => now,
    steadyNow: () => now,
    hasPeer: () => true,
    report: () => reports++,
  });
  const issued = await createClientId(macKey, channelArn, { seatId, expiresAt: now });
  const elsewhere = await createClientId(macKey, `${channelArn}2`, { seatId, expiresAt: now });
  const before = await createClientId(btoa("o".repeat(32)), channelArn, { seatId, expiresAt: now });
  const forged = fc.oneof(edited(issued), fc.constantFrom(elsewhere, before), text).filter((id) => id !== issued);
  await fc.assert(
    fc.asyncProperty(fc.array(forged, { minLength: 1, maxLength: 10 }), async (clientIds) => {
      now += 1000;
      reports = 0;
      for (const clientId of clientIds) expect(await admit(clientId)).toBeNull();
      expect(reports).toBeLessThanOrEqual(2);
      expect(await admit(issued)).toBe(seatId);
    }),
  );
});
