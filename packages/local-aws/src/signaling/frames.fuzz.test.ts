import { fc, type Json, overSockets, printed, text, wire } from "@lectern/fuzz";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type NamedRole, roleSession } from "../iam/roles.ts";
import { ACCOUNT } from "../identifiers.ts";
import type { TestSocket } from "../testing/sockets.ts";
import { startTestStand, stillClock, type TestStand } from "../testing/stand.ts";

let stand: TestStand;
beforeAll(async () => {
  stand = await startTestStand({ clock: stillClock() });
});
afterAll(() => stand.localAws.close());

const frame = fc.oneof(
  {
    weight: 6,
    arbitrary: wire(
      fc.constantFrom<Json>(
        { action: "SDP_OFFER", messagePayload: "b2ZmZXI=", correlationId: "c-1" },
        { action: "SDP_ANSWER", messagePayload: "YW5zd2Vy", recipientClientId: "s-2", correlationId: "c-2" },
        { action: "ICE_CANDIDATE", messagePayload: "Y2FuZGlkYXRl", RecipientClientId: "constructor" },
      ),
    ),
  },
  { weight: 1, arbitrary: fc.uint8Array() },
  { weight: 1, arbitrary: text },
);

const heard = ({ raw }: TestSocket, messagePayload: string): Promise<void> =>
  new Promise((resolve) => {
    const onMessage = (data: unknown) => {
      if (JSON.parse(String(data)).messagePayload !== messagePayload) return;
      raw.off("message", onMessage);
      resolve();
    };
    raw.on("message", onMessage);
  });

test("takes any frame of either side, and carries the next good one", async () => {
  const { deps, localAws } = stand;
  const channel = await stand.createChannel("lectern-local-ada-1");
  const always = (role: NamedRole, tags = {}) =>
    deps.credentials.issue(roleSession(role, ACCOUNT, "fuzz", tags), Number.POSITIVE_INFINITY);
  const guest = always(deps.roles.guest);
  const speaker = always(deps.roles.speaker, { speaker: "ada" });
  const connect = async () => {
    localAws.clock.advance(1000);
    const [master, viewer] = [await channel.master(speaker), await channel.viewer(guest, "s-1")];
    return { master, viewer, hostile: await channel.viewer(guest, "s-2") };
  };
  let sockets = await connect();
  let good = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom<keyof typeof sockets>("master", "hostile"),
      fc.array(frame, { minLength: 1, maxLength: 3 }),
      async (from, frames) => {
        // A socket has an hour, and each case its second: quotas are another test's.
        if (++good % 3000 === 0) sockets = await connect();
        localAws.clock.advance(1000);
        const { master, viewer } = sockets;
        for (const socket of Object.values(sockets)) socket.frames.length = 0;
        for (const said of frames) sockets[from].raw.send(said);
        const messagePayload = btoa(`good ${good}`);
        const carried = heard(master, messagePayload);
        viewer.send({ action: "SDP_OFFER", messagePayload });
        await carried;
        expect(printed()).toBe("");
      },
    ),
    overSockets,
  );
  for (const { raw } of Object.values(sockets)) raw.close();
});
