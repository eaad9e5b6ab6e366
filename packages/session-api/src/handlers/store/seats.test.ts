import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as v from "valibot";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { SEAT_LEASE_MS, SEATS_PER_CHANNEL, slotOf, staggerMs } from "../../contract/index.ts";
import { randomHex128 } from "../../hex.ts";
import { type Cloud, startCloud } from "../../testing/cloud.ts";
import { credentials, TABLE } from "../../testing/environment.ts";
import { type ChannelItem, createChannels } from "./channels.ts";
import {
  createSeats,
  expiredSeats,
  findSeat,
  liveSeats,
  type SeatReference,
  type Seats,
  slotNumber,
  type TakenSeat,
} from "./seats.ts";
import { createTable, type Table } from "./table.ts";

const NOW = 1_800_000_000_000;
const endpoints = { wssEndpoint: "wss://k.example.com", httpsEndpoint: "https://k.example.com" };

let cloud: Cloud;
let dynamodb: DynamoDBClient;
let table: Table;
let seats: Seats;
let channel: { sessionId: string; channelName: string };
beforeAll(async () => {
  cloud = await startCloud();
  dynamodb = new DynamoDBClient({ region: "us-east-1", endpoint: cloud.dynamodbUrl, credentials });
  table = createTable(dynamodb, TABLE);
  seats = createSeats(table);
});
afterAll(async () => {
  dynamodb.destroy();
  await cloud.close();
});
beforeEach(async () => {
  channel = { sessionId: randomHex128(), channelName: randomHex128() };
  const { sessionId, channelName: name } = channel;
  await createChannels(table).open(sessionId, { name, arn: `arn:${name}`, master: endpoints, viewer: endpoints });
});

const stored = async (): Promise<ChannelItem> => {
  const item = await createChannels(table).get(channel.sessionId, channel.channelName);
  if (!item) throw new Error("no channel");
  return item;
};
const refer = ({ slot, seat }: TakenSeat): SeatReference => ({
  channelName: channel.channelName,
  slot,
  seatId: seat.seatId,
});
const takeAll = async (now = NOW): Promise<TakenSeat[]> => {
  const taken: TakenSeat[] = [];
  for (let at = 0; at < SEATS_PER_CHANNEL; at++) taken.push(await seats.take(channel, `c${at}`, now));
  return taken;
};
/** Seats over a table that has changed since it was read: the first reads give these. */
const readingFirst = (...items: ChannelItem[]): Seats =>
  createSeats({
    ...table,
    async get(key, schema) {
      const item = items.shift();
      return item ? v.parse(schema, item) : table.get(key, schema);
    },
  });
const everyNumber = Array.from({ length: SEATS_PER_CHANNEL }, (_, at) => at);

describe("take", () => {
  test("gives each of eight connections a slot of its own, and the ninth none", async () => {
    const taken = await takeAll();
    expect(taken.map(({ slot }) => slotNumber(slot)).sort()).toEqual(everyNumber);
    expect(new Set(taken.flatMap(({ seat }) => [seat.seatId, seat.secret])).size).toBe(2 * SEATS_PER_CHANNEL);
    expect(taken.every(({ seat }) => seat.until === NOW + SEAT_LEASE_MS)).toBe(true);
    // The speaker's page knows by it whose place was given to another.
    for (const { slot, seat } of taken) expect(slotOf(seat.seatId)).toBe(slotNumber(slot));
    await expect(seats.take(channel, "c8", NOW)).rejects.toMatchObject({ code: "full" });
  });

  test("gives the only free slot, wherever it is", async () => {
    const taken = await takeAll();
    for (const slot of ["s0", "s7"]) {
      const given = taken.find((one) => one.slot === slot);
      if (given) await seats.free(channel.sessionId, refer(given));
      const next = await seats.take(channel, `instead-of-${slot}`, NOW);
      expect(next.slot).toBe(slot);
      expect(next.channel.seats[slot]).toEqual(next.seat);
    }
  });

  test("gives who comes alone the slot whose moment comes first, once there was time to get ready for it", async () => {
    for (let now = NOW; now < NOW + 4000; now += 310) {
      const taken = await seats.take(channel, "c", now);
      expect(staggerMs(slotNumber(taken.slot), "connect", now + 600)).toBeLessThan(420);
      await seats.free(channel.sessionId, refer(taken));
    }
  });

  test("extends the lease of a connection that has a seat", async () => {
    const first = await seats.take(channel, "c", NOW);
    const again = await seats.take(channel, "c", NOW + SEAT_LEASE_MS - 1);
    expect(again).toMatchObject({ slot: first.slot, seat: { ...first.seat, until: NOW + 2 * SEAT_LEASE_MS - 1 } });
    expect(liveSeats(await stored(), NOW)).toHaveLength(1);
  });

  test("gives a connection whose lease has ended a new seat in its old slot", async () => {
    const first = await seats.take(channel, "c", NOW);
    const again = await seats.take(channel, "c", NOW + SEAT_LEASE_MS);
    expect(again.slot).toBe(first.slot);
    expect(again.seat.seatId).not.toBe(first.seat.seatId);
    expect(Object.keys((await stored()).seats)).toEqual([first.slot]);
  });

  test("gives a slot whose lease has ended to another connection, from that moment on", async () => {
    await takeAll();
    await expect(seats.take(channel, "c8", NOW + SEAT_LEASE_MS - 1)).rejects.toMatchObject({ code: "full" });
    expect((await seats.take(channel, "c8", NOW + SEAT_LEASE_MS)).seat.connectionId).toBe("c8");
  });

  test("refuses for a channel that is not there", async () => {
    const elsewhere = { ...channel, channelName: "another" };
    await expect(seats.take(elsewhere, "c", NOW)).rejects.toMatchObject({ code: "session-not-live" });
  });

  test("reads the channel again when somebody else was quicker, and gives up after forty times", {
    timeout: 60_000,
  }, async () => {
    const empty = await stored();
    await takeAll();
    const stale = (times: number): Seats => readingFirst(...Array.from({ length: times }, () => empty));
    await expect(stale(39).take(channel, "c8", NOW)).rejects.toMatchObject({ code: "full" });
    await expect(stale(40).take(channel, "c8", NOW)).rejects.toMatchObject({ code: "throttled" });
  });

  test("gives no second seat to a connection that another process has given one meanwhile", async () => {
    const empty = await stored();
    const first = await seats.take(channel, "c", NOW);
    const taken = { ...first.seat, connectionId: "other" };
    const free = first.slot === "s0" ? "s1" : "s0";
    const before = { ...empty, seats: Object.fromEntries(everyNumber.map((at) => [`s${at}`, taken])) };
    delete before.seats[free];
    expect((await readingFirst(before).take(channel, "c", NOW)).seat.seatId).toBe(first.seat.seatId);
    expect(liveSeats(await stored(), NOW)).toHaveLength(1);
  });

  test("refuses when the channel was deleted since it was read", async () => {
    const before = await stored();
    await createChannels(table).forget(channel.sessionId, channel.channelName);
    await expect(readingFirst(before).take(channel, "c", NOW)).rejects.toMatchObject({ code: "session-not-live" });
  });
});

describe("resume", () => {
  test("gives the seat of the secret to the new connection, with another lease", async () => {
    const [, second] = await takeAll();
    if (!second) throw new Error("no seat");
    const resumed = await seats.resume(channel, second.seat.secret, "new", NOW + 1);
    expect(resumed).toMatchObject({
      slot: second.slot,
      seat: { ...second.seat, connectionId: "new", until: NOW + 1 + SEAT_LEASE_MS },
    });
    expect(await seats.renew(channel.sessionId, refer(second), "c1", NOW + 1)).toBe(false);
    expect(await seats.renew(channel.sessionId, refer(second), "new", NOW + 1)).toBe(true);
  });

  test("gives nothing for another secret, for an ended lease, or for a channel that is not there", async () => {
    const { seat } = await seats.take(channel, "c", NOW);
    expect(await seats.resume(channel, randomHex128(), "new", NOW)).toBeNull();
    expect(await seats.resume(channel, seat.secret, "new", NOW + SEAT_LEASE_MS)).toBeNull();
    expect(await seats.resume({ ...channel, channelName: "another" }, seat.secret, "new", NOW)).toBeNull();
    expect(await seats.resume(channel, seat.secret, "new", NOW + SEAT_LEASE_MS - 1)).not.toBeNull();
  });

  test("gives nothing when the seat was freed and taken again since it was read", async () => {
    const first = await seats.take(channel, "c", NOW);
    const before = await stored();
    await seats.free(channel.sessionId, refer(first));
    await seats.take(channel, "c", NOW);
    expect(await readingFirst(before).resume(channel, first.seat.secret, "c", NOW)).toBeNull();
  });
});

describe("renew", () => {
  test("extends the holder's lease until it has ended, and nobody else's", async () => {
    const taken = await seats.take(channel, "c", NOW);
    const { sessionId } = channel;
    expect(await seats.renew(sessionId, refer(taken), "other", NOW)).toBe(false);
    expect(await seats.renew(sessionId, { ...refer(taken), seatId: "other" }, "c", NOW)).toBe(false);
    expect(await seats.renew(sessionId, refer(taken), "c", NOW + 5)).toBe(true);
    expect((await stored()).seats[taken.slot]?.until).toBe(NOW + 5 + SEAT_LEASE_MS);
    expect(await seats.renew(sessionId, refer(taken), "c", NOW + 5 + SEAT_LEASE_MS)).toBe(false);
  });
});

describe("free", () => {
  test("frees the seat once, and no other that has its slot", async () => {
    const taken = await seats.take(channel, "c", NOW);
    expect(await seats.free(channel.sessionId, { ...refer(taken), seatId: "other" })).toBe(false);
    expect(await seats.free(channel.sessionId, refer(taken))).toBe(true);
    expect(await seats.free(channel.sessionId, refer(taken))).toBe(false);
    expect((await stored()).seats).toEqual({});
  });

  test("frees the seat of the connection that is named, and no other's", async () => {
    const taken = await seats.take(channel, "c", NOW);
    expect(await seats.free(channel.sessionId, refer(taken), "other")).toBe(false);
    expect(await seats.free(channel.sessionId, refer(taken), "c")).toBe(true);
  });

  test("frees an expired seat only once its lease has ended", async () => {
    const taken = await seats.take(channel, "c", NOW);
    expect(await seats.freeExpired(channel.sessionId, refer(taken), NOW + SEAT_LEASE_MS - 1)).toBe(false);
    expect((await stored()).seats[taken.slot]).toEqual(taken.seat);
    expect(await seats.freeExpired(channel.sessionId, refer(taken), NOW + SEAT_LEASE_MS)).toBe(true);
    expect((await stored()).seats).toEqual({});
  });
});

test("a seat is live until its lease ends, and expired from then on", async () => {
  const first = await seats.take(channel, "a", NOW);
  const second = await seats.take(channel, "b", NOW + 10);
  const item = await stored();
  const end = NOW + SEAT_LEASE_MS;
  expect(liveSeats(item, end - 1)).toHaveLength(2);
  expect(expiredSeats(item, end - 1)).toEqual([]);
  expect(liveSeats(item, end)).toEqual([{ slot: second.slot, seat: second.seat }]);
  expect(expiredSeats(item, end)).toEqual([refer(first)]);
  expect([liveSeats(null, NOW), expiredSeats(null, NOW)]).toEqual([[], []]);
});

test("a seat is found by its id, and not if it is in no slot there is", async () => {
  const { slot, seat } = await seats.take(channel, "a", NOW);
  const item = await stored();
  expect(findSeat(item, seat.seatId)).toEqual({ slot, seat });
  expect(findSeat(item, "other")).toBeUndefined();
  expect(findSeat({ ...item, seats: { s8: seat } }, seat.seatId)).toBeUndefined();
});
