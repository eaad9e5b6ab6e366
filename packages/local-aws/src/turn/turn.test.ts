import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { GetIceServerConfigCommand, KinesisVideoSignalingClient } from "@aws-sdk/client-kinesis-video-signaling";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { REGION } from "../identifiers.ts";
import type { Keys } from "../testing/presign.ts";
import { startTestStand, type TestChannel, type TestStand } from "../testing/stand.ts";
import { countAllocations } from "./allocations.ts";
import { findCoturn } from "./coturn.ts";

/** Comes with coturn. */
const COTURN_CLIENT = "turnutils_uclient";

const stateSchema = v.object({ allocations: v.nullable(v.number()) });

const ask = async (channel: TestChannel, credentials: Keys, ChannelARN = channel.arn, clockOffset = 0) => {
  const endpoint = await channel.endpoint("VIEWER", "HTTPS");
  const client = new KinesisVideoSignalingClient({ region: REGION, endpoint, credentials, maxAttempts: 1 });
  client.config.systemClockOffset = clockOffset;
  return (await client.send(new GetIceServerConfigCommand({ ChannelARN, ClientId: "v1" }))).IceServerList;
};

test("counts allocations by what coturn's log says", () => {
  const log = [
    "0: : session 000000000000000002: new, realm=<lectern.local>, username=<1:x>, lifetime=777",
    "0: : session 000000000000000003: new, realm=<lectern.local>, username=<1:x>, lifetime=777",
    "0: : session 000000000000000004: new, realm=<lectern.local>, username=<1:x>, lifetime=777",
    "0: : session 000000000000000002: refreshed, realm=<lectern.local>, username=<1:x>, lifetime=600",
    "4: : session 000000000000000003: refreshed, realm=<lectern.local>, username=<1:x>, lifetime=0",
    "4: : session 000000000000000004: closed (2nd stage), user <1:x> realm <lectern.local> origin <>, reason: timeout",
  ].join("\n");
  expect(countAllocations(log)).toBe(1);
});

describe("without coturn", () => {
  let stand: TestStand;
  beforeAll(async () => {
    stand = await startTestStand({ turn: "off" });
  });
  afterAll(() => stand.localAws.close());

  test("gives an empty list, to those allowed", async () => {
    const channel = await stand.createChannel("lectern-local-alice-ice");
    const another = await stand.createChannel("lectern-local-alice-ice-2");
    expect(await ask(channel, stand.guest)).toEqual([]);
    expect(await ask(channel, stand.speaker("alice"))).toEqual([]);
    await expect(ask(channel, stand.speaker("bob"))).rejects.toMatchObject({ name: "AccessDeniedException" });
    await expect(ask(channel, stand.handlers)).rejects.toMatchObject({ name: "AccessDeniedException" });
    await expect(ask(channel, stand.guest, another.arn)).rejects.toMatchObject({ name: "InvalidArgumentException" });
  });

  test("answers five times a second for one channel, not six", async () => {
    const channel = await stand.createChannel("lectern-local-alice-ice-3");
    const answers = await Promise.allSettled(Array.from({ length: 6 }, () => ask(channel, stand.guest)));
    const refused = answers.filter((answer) => answer.status === "rejected");
    expect(refused.map(({ reason }) => reason.name)).toEqual(["ClientLimitExceededException"]);
  });
});

describe.runIf(findCoturn() !== undefined)("with coturn", () => {
  let stand: TestStand;
  beforeAll(async () => {
    stand = await startTestStand({ turn: "auto" });
  });
  afterAll(() => stand.localAws.close());

  test("gives two servers with credentials of the channel that end in 300 s", async () => {
    const channel = await stand.createChannel("lectern-local-alice-turn");
    const servers = await ask(channel, stand.guest);
    expect(servers).toHaveLength(2);
    const [server] = servers ?? [];
    expect(server?.Ttl).toBe(300);
    expect(server?.Uris).toEqual([
      expect.stringMatching(/^turn:127\.0\.0\.1:\d+\?transport=udp$/),
      expect.stringMatching(/^turn:127\.0\.0\.1:\d+\?transport=tcp$/),
    ]);
    const [expiry, scope] = server?.Username?.split(":") ?? [];
    expect(Number(expiry)).toBeGreaterThan(Date.now() / 1000 + 290);
    expect(Buffer.from(scope ?? "", "base64").toString()).toBe(`v1:${channel.arn}`);
  });

  test("relays between two allocations, and counts those that live", async () => {
    const channel = await stand.createChannel("lectern-local-alice-relay");
    const [server] = (await ask(channel, stand.guest)) ?? [];
    const port = /:(\d+)\?/.exec(server?.Uris?.[0] ?? "")?.[1] ?? "";
    const use = (password: string) =>
      execFileSync(
        COTURN_CLIENT,
        ["-y", "-c", "-n", "2", "-u", server?.Username ?? "", "-w", password, "-p", port, "127.0.0.1"],
        { encoding: "utf8", timeout: 15_000 },
      );
    expect(use(server?.Password ?? "")).toContain("Total lost packets 0 (0.000000%)");
    expect(() => use("wrong")).toThrow();
    const state = (await (await fetch(`${stand.localAws.url}/_local/state`)).json()) as { allocations: number };
    // The two that relayed were given back; uclient leaves the one it tries the server with.
    expect(state.allocations).toBe(1);
  });

  test.each(["relayGone", "the end of its credentials"])(
    "ends live allocations by %s, and relays anew",
    async (how) => {
      stand.localAws.settings.relayAfter300s = "dead";
      const channel = await stand.createChannel(`lectern-local-alice-${how.length}`);
      const [server] = (await ask(channel, stand.guest)) ?? [];
      const port = /:(\d+)\?/.exec(server?.Uris?.[0] ?? "")?.[1] ?? "";
      // Sends until it is cut off; without that for minutes.
      const login = ["-u", server?.Username ?? "", "-w", server?.Password ?? "", "-p", port];
      const client = spawn(COTURN_CLIENT, ["-y", "-c", "-n", "5000", ...login, "127.0.0.1"], { stdio: "ignore" });
      const state = async () => v.parse(stateSchema, await (await fetch(`${stand.localAws.url}/_local/state`)).json());
      await vi.waitFor(async () => expect((await state()).allocations).toBeGreaterThan(1), 10_000);
      if (how === "relayGone") {
        await fetch(`${stand.localAws.url}/_local/faults`, { method: "POST", body: '{"fault":"relayGone"}' });
      } else stand.localAws.clock.advance(300_000);
      await vi.waitFor(async () => expect((await state()).allocations).toBe(0), 10_000);
      client.kill();
      stand.localAws.settings.relayAfter300s = "alive";
      const [next] = (await ask(channel, stand.guest, channel.arn, stand.localAws.clock.now() - Date.now())) ?? [];
      expect(next?.Uris).toEqual(server?.Uris);
    },
  );

  test("ends coturn with the stand-in", async () => {
    const other = await startTestStand({ turn: "auto" });
    expect(other.localAws.turn).toBe("coturn");
    const [server] = (await ask(await other.createChannel("lectern-local-a-end"), other.guest)) ?? [];
    const port = Number(/:(\d+)\?/.exec(server?.Uris?.[0] ?? "")?.[1]);
    await other.localAws.close();
    const [error] = await once(connect(port, "127.0.0.1"), "error");
    expect(error).toMatchObject({ code: "ECONNREFUSED" });
  });
});
