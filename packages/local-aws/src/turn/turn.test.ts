import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { TLSSocket } from "node:tls";
import { promisify } from "node:util";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startTestStand, type TestStand } from "../testing/stand.ts";
import { allocate, connectTurn } from "../testing/turn-client.ts";
import { createAllocations } from "./allocations.ts";
import { findCoturn } from "./launch.ts";

/** Comes with coturn. */
const COTURN_CLIENT = "turnutils_uclient";

const stateSchema = v.object({ allocations: v.nullable(v.number()), turnSpkiSha256: v.nullable(v.string()) });

test("follows allocations through what coturn prints, however it is cut", () => {
  const printed = [
    "0: : session 000000000000000002: new, realm=<lectern.local>, username=<1:x>, lifetime=777",
    "0: : session 000000000000000003: new, realm=<lectern.local>, username=<1:x>, lifetime=777, cipher=A, method=TLSv1.2",
    "0: : session 000000000000000004: new, realm=<lectern.local>, username=<1:x>, lifetime=777",
    "0: : session 000000000000000002: refreshed, realm=<lectern.local>, username=<1:x>, lifetime=600",
    "4: : session 000000000000000003: refreshed, realm=<lectern.local>, username=<1:x>, lifetime=0, cipher=A, method=TLSv1.2",
    "4: : session 000000000000000004: closed (2nd stage), user <1:x> realm <lectern.local> origin <>, reason: timeout",
    "4: : session 000000000000000005: realm <lectern.local> user <1:x>: incoming packet ALLOCATE processed, error 486: Allocation Quota Reached",
    "",
  ].join("\n");
  const refused = vi.fn();
  const allocations = createAllocations(refused);
  for (const part of printed.match(/.{1,7}/gs) ?? []) allocations.read(part);
  expect(allocations.live()).toBe(1);
  expect(refused).toHaveBeenCalledTimes(1);
  allocations.clear();
  expect(allocations.live()).toBe(0);
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
    expect(await channel.iceServers(stand.guest)).toEqual([]);
    expect(await channel.iceServers(stand.speaker("alice"))).toEqual([]);
    await expect(channel.iceServers(stand.speaker("bob"))).rejects.toMatchObject({ name: "NotAuthorizedException" });
    await expect(channel.iceServers(stand.handlers)).rejects.toMatchObject({ name: "NotAuthorizedException" });
    await expect(channel.iceServers(stand.guest, another.arn)).rejects.toMatchObject({
      name: "InvalidArgumentException",
    });
  });
});

describe.runIf(findCoturn() !== undefined)("with coturn", () => {
  let stand: TestStand;
  beforeAll(async () => {
    stand = await startTestStand({ turn: "auto" });
  });
  afterAll(() => stand.localAws.close());

  const state = async () => v.parse(stateSchema, await (await fetch(`${stand.localAws.url}/_local/state`)).json());
  const expectAllocations = (live: number) => expect.poll(async () => (await state()).allocations).toBe(live);

  test("gives two servers with credentials of the channel that end in 300 s", async () => {
    const channel = await stand.createChannel("lectern-local-alice-turn");
    const servers = await channel.iceServers(stand.guest);
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

  test("offers AWS's three URIs when told to, behind the certificate it shows", async () => {
    const channel = await stand.createChannel("lectern-local-alice-tls");
    stand.localAws.settings.turnTransports = "tls";
    const [server] = await channel.iceServers(stand.guest);
    stand.localAws.settings.turnTransports = "plain";
    expect(server?.Uris?.map((uri) => uri.replace(/:[\d.]+:\d+/, ""))).toEqual([
      "turn?transport=udp",
      "turns?transport=udp",
      "turns?transport=tcp",
    ]);
    const uri = server?.Uris?.[2] ?? "";
    const socket = await connectTurn(uri);
    const certificate = socket instanceof TLSSocket ? socket.getPeerX509Certificate() : undefined;
    socket.destroy();
    const spki = certificate?.publicKey.export({ type: "spki", format: "der" }) ?? "";
    expect(createHash("sha256").update(spki).digest("base64")).toBe((await state()).turnSpkiSha256);
    expect(certificate?.checkIP("127.0.0.1")).toBe("127.0.0.1");

    const granted = await allocate(uri, server ?? {});
    expect(granted.error).toBe(0);
    granted.close();
    await expectAllocations(0);
  });

  test.each([
    ["UDP", []],
    ["DTLS", ["-S"]],
  ])("relays over %s for credentials of the channel, and for no others", { timeout: 60_000 }, async (name, flags) => {
    const channel = await stand.createChannel(`lectern-local-alice-${name}`);
    const [server] = await channel.iceServers(stand.guest);
    const relay = (password: string) => {
      const port = /:(\d+)\?/.exec(server?.Uris?.[0] ?? "")?.[1] ?? "";
      const login = ["-u", server?.Username ?? "", "-w", password, "-p", port];
      // Two peers send each other two messages each.
      const args = [...flags, "-y", "-c", "-n", "2", ...login, "127.0.0.1"];
      return promisify(execFile)(COTURN_CLIENT, args, { timeout: 30_000 });
    };
    expect((await relay(server?.Password ?? "")).stdout).toContain("Total lost packets 0 (0.000000%)");
    await expect(relay("wrong")).rejects.toThrow();
  });

  test.each(["relayGone", "the end of its credentials"])(
    "ends live allocations by %s, and relays anew",
    async (how) => {
      await fetch(`${stand.localAws.url}/_local/faults`, { method: "POST", body: '{"fault":"relayGone"}' });
      stand.localAws.settings.relayAfter300s = "dead";
      const channel = await stand.createChannel(`lectern-local-alice-${how.length}`);
      const [server] = await channel.iceServers(stand.guest);
      const uri = server?.Uris?.[1] ?? "";
      await allocate(uri, server ?? {});
      await allocate(uri, server ?? {});
      await expectAllocations(2);
      if (how === "relayGone") {
        await fetch(`${stand.localAws.url}/_local/faults`, { method: "POST", body: '{"fault":"relayGone"}' });
      } else stand.localAws.clock.advance(300_000);
      await expectAllocations(0);
      stand.localAws.settings.relayAfter300s = "alive";
      const again = await vi.waitFor(() => allocate(uri, server ?? {}), 10_000);
      expect(again.error).toBe(0);
      again.close();
    },
  );

  test("ends coturn with the stand-in", async () => {
    const other = await startTestStand({ turn: "auto" });
    expect(other.localAws.turn).toBe("coturn");
    const channel = await other.createChannel("lectern-local-a-end");
    const [server] = await channel.iceServers(other.guest);
    const port = Number(/:(\d+)\?/.exec(server?.Uris?.[0] ?? "")?.[1]);
    await other.localAws.close();
    const [error] = await once(connect(port, "127.0.0.1"), "error");
    expect(error).toMatchObject({ code: "ECONNREFUSED" });
  });
});
