import { fc, type Json, overSockets, wire } from "@lectern/fuzz";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { channels, refusal, seat, snapshot } from "../testing/connection.ts";
import { type SocketServer, startSocketServer } from "../testing/socket-server.ts";
import { connectSession } from "./session-connection.ts";

let server: SocketServer;
beforeAll(async () => {
  server = await startSocketServer();
});
afterAll(() => server.close());

const TYPES = ["open", "closed", "session", "channels", "seat", "listeners", "displaced", "ended", "error"];

const frames = wire(
  fc.constantFrom<unknown>(
    snapshot({ status: "live" }),
    channels("arn:aws:kinesisvideo:us-east-1:123456789012:channel/a/1"),
    seat,
    { type: "listeners", waiting: 1, seated: 2 },
    { type: "displaced" },
    { type: "ended" },
    { type: "not-entered" },
    refusal("throttled"),
    refusal("unauthorized"),
    refusal("already-hosted"),
    { message: "Endpoint request timed out", connectionId: "c", requestId: "r" },
  ) as fc.Arbitrary<Json>,
);

test("survives any frames from the server, and receives the next good one", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("host" as const, "listener" as const),
      fc.array(frames, { minLength: 1, maxLength: 3 }),
      async (role, some) => {
        const controller = new AbortController();
        const connection = connectSession({
          webSocketUrl: server.url,
          role,
          code: "one-two-three-four",
          accessToken: async () => "token",
          signal: controller.signal,
          environment: { WebSocket, random: () => 0 },
        });
        const seen = new Set<string>();
        const heard = new Promise<"heard">((resolve) => {
          connection.subscribe((event) => {
            seen.add(event.type);
            expect(new Date(connection.serverNow()).getTime()).not.toBeNaN();
            if (event.type === "session" && event.session.title === "The next good one") resolve("heard");
          });
        });
        const good = snapshot({ id: "2".repeat(32), title: "The next good one" });
        let socket = await server.accept();
        for (const frame of some) socket.send(frame);
        socket.send(good);
        // Some of the good ones ask it to reconnect, or to stand down until told otherwise.
        while ((await Promise.race([heard, socket.closed])) !== "heard") {
          connection.takeOver();
          socket = await server.accept();
          socket.send(good);
        }
        expect(TYPES).toEqual(expect.arrayContaining([...seen]));
        expect(new Date(connection.serverNow()).getTime()).not.toBeNaN();
        controller.abort();
        await socket.closed;
      },
    ),
    overSockets,
  );
});
