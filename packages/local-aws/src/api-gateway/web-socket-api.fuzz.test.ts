import { CANARY, expectNoEcho, fc, overSockets, printed, text, wire } from "@lectern/fuzz";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openSocket } from "../testing/sockets.ts";
import { startTestStand, type TestStand } from "../testing/stand.ts";

let stand: TestStand;
beforeAll(async () => {
  stand = await startTestStand();
});
afterAll(async () => {
  // By its answer what the last sockets' ends had written is written.
  await fetch(`${stand.localAws.url}/api/sessions/acorn-lamp-river-tidy`);
  await stand.localAws.close();
});

const message = fc.oneof(
  { weight: 4, arbitrary: wire(fc.constantFrom({ action: "join", code: CANARY }, { action: "ping" })) },
  { weight: 1, arbitrary: fc.uint8Array() },
  { weight: 1, arbitrary: text },
);
const name = text.map((some) => encodeURIComponent(some.replace(/\p{Cs}/gu, "").slice(0, 300)));
const query = fc.oneof(
  fc.constant(""),
  name.map((one) => `?${one}=1`),
);

test("answers any message of a socket or ends it, and takes the next one in", async () => {
  const url = stand.localAws.env.VITE_WEBSOCKET_URL;
  await fc.assert(
    fc.asyncProperty(query, message, async (given, said) => {
      const socket = await openSocket(`${url}${given}`);
      const answered = new Promise((resolve) => socket.raw.once("message", resolve));
      socket.raw.send(said);
      // Nobody has entered a session, so what is said is refused; what is no text, or too much of it, ends the socket.
      await Promise.race([answered, socket.closed]);
      expectNoEcho("an answer", JSON.stringify(socket.frames));
      for (const frame of socket.frames) {
        expect(frame).toMatchObject({ type: expect.stringMatching(/^(?:error|not-entered)$/) });
      }
      expect(printed()).toBe("");
      socket.raw.close();
      await socket.closed;
    }),
    overSockets,
  );
});
