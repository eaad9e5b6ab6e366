import { createClientId } from "@lectern/session-api/contract";
import { describe, expect, it } from "vitest";
import { createAdmission } from "./admission.ts";

const channelArn = "arn:aws:kinesisvideo:us-east-1:123456789012:channel/lectern-local-a-b/1";
const macKey = btoa("k".repeat(32));
const seatId = "0123456789abcdef0123456789abcdef";

function setUp() {
  let now = 1_700_000_000_000;
  let steady = 0;
  const seats = new Set<string>();
  const reported: string[] = [];
  const { admit, refuse } = createAdmission({
    macKey,
    channelArn,
    serverNow: () => now,
    steadyNow: () => steady,
    hasPeer: (seat) => seats.has(seat),
    report: (clientId) => reported.push(clientId),
  });
  const pass = (ms: number) => {
    now += ms;
    steady += ms;
  };
  return {
    admit,
    refuse,
    setServerClock: (ms: number) => {
      now += ms;
    },
    seats,
    reported,
    pass,
    issue: () => createClientId(macKey, channelArn, { seatId, expiresAt: now + 90_000 }),
  };
}

describe("createAdmission", () => {
  it("admits a ClientId of this channel and key until it expires", async () => {
    const { admit, issue, pass, reported } = setUp();
    const clientId = await issue();
    pass(89_999);
    expect(await admit(clientId)).toBe(seatId);
    pass(1);
    expect(await admit(clientId)).toBeNull();
    expect(reported).toEqual([clientId]);
  });

  it("admits an expired one for a peer that exists", async () => {
    const { admit, issue, pass, seats, reported } = setUp();
    const clientId = await issue();
    pass(91_000);
    seats.add(seatId);
    expect(await admit(clientId)).toBe(seatId);
    expect(reported).toEqual([]);
  });

  it("refuses another channel's, another key's, a changed and a hand-made one", async () => {
    const { admit, issue, reported, pass } = setUp();
    const expiresAt = Date.now() * 2;
    const clientId = await issue();
    const wrong = [
      await createClientId(macKey, `${channelArn}2`, { seatId, expiresAt }),
      await createClientId(btoa("o".repeat(32)), channelArn, { seatId, expiresAt }),
      clientId.replace(/.$/, (last) => (last === "0" ? "1" : "0")),
      "viewer-1",
    ];
    for (const other of wrong) {
      expect(await admit(other)).toBeNull();
      pass(1000);
    }
    expect(reported).toEqual(wrong);
  });

  it("limits how often one seat may offer, and no other seat", async () => {
    const { admit, issue, pass, reported } = setUp();
    const clientId = await issue();
    const other = await createClientId(macKey, channelArn, { seatId: "f".repeat(32), expiresAt: 1_700_000_090_000 });
    const admitted: unknown[] = [];
    for (let i = 0; i < 50; i++) admitted.push(await admit(clientId));
    expect(admitted.filter((seat) => seat !== null)).toHaveLength(8);
    expect(await admit(other)).toBe("f".repeat(32));
    pass(5000);
    expect(await admit(clientId)).toBe(seatId);
    expect(reported).toEqual([]);
  });

  it("counts offers and reports by time that passes, whatever becomes of the server's", async () => {
    const { admit, issue, pass, setServerClock, reported } = setUp();
    const clientId = await issue();
    for (let i = 0; i < 8; i++) await admit(clientId);
    for (let i = 0; i < 3; i++) await admit(`intruder-${i}`);
    for (const ms of [-3_600_000, 3_600_000 + 5000]) {
      setServerClock(ms);
      expect(await admit(clientId)).toBeNull();
      await admit("intruder-9");
    }
    expect(reported).toEqual(["intruder-0", "intruder-1"]);
    pass(5000);
    expect(await admit(clientId)).toBe(seatId);
  });

  it("answers no offer of a seat that was refused, until its ClientIds are long over", async () => {
    const { admit, issue, refuse, pass, seats, reported } = setUp();
    const clientId = await issue();
    refuse(seatId);
    expect(await admit(clientId)).toBeNull();
    seats.add(seatId);
    pass(180_000);
    expect(await admit(clientId)).toBeNull();
    pass(1);
    expect(await admit(clientId)).toBe(seatId);
    expect(reported).toEqual([]);
  });

  it("reports a refused ClientId once, and few a second in all", async () => {
    const { admit, reported, pass } = setUp();
    for (let i = 0; i < 20; i++) await admit(`intruder-${i}`);
    for (let i = 0; i < 20; i++) await admit("intruder-0");
    expect(reported).toEqual(["intruder-0", "intruder-1"]);
    pass(1000);
    await admit("intruder-5");
    await admit("intruder-0");
    expect(reported).toEqual(["intruder-0", "intruder-1", "intruder-5"]);
  });

  it("reports one again after 256 others", async () => {
    const { admit, reported, pass } = setUp();
    const intruders = Array.from({ length: 256 }, (_, index) => `intruder-${index}`);
    for (const clientId of [...intruders, "intruder-0", "one-more", "intruder-0"]) {
      await admit(clientId);
      pass(1000);
    }
    expect(reported).toEqual([...intruders, "one-more", "intruder-0"]);
  });
});
