import { randomInt } from "node:crypto";
import * as v from "valibot";
import { createSeatId, SEAT_LEASE_MS, SEATS_PER_CHANNEL, staggerMs } from "../../contract/index.ts";
import { randomHex128 } from "../../hex.ts";
import { refuse } from "../refusals.ts";
import { type ChannelItem, channelItemSchema, type Seat } from "./channels.ts";
import { channelKey } from "./keys.ts";
import type { Table } from "./table.ts";

/** The names under which a channel's item keeps its seats: there are as many seats as names. */
const SLOTS = Array.from({ length: SEATS_PER_CHANNEL }, (_, index) => `s${index}`);

export const slotNumber = (slot: string): number => SLOTS.indexOf(slot);

/**
 * A failed attempt means that somebody else took or freed a seat in that moment. Eight would do if none were freed
 * meanwhile.
 */
const TAKE_ATTEMPTS = 40;

/** Which seat, as its connection remembers it. */
export const seatReferenceSchema = v.object({ channelName: v.string(), slot: v.picklist(SLOTS), seatId: v.string() });
export type SeatReference = v.InferOutput<typeof seatReferenceSchema>;

interface ChannelReference {
  sessionId: string;
  channelName: string;
}

export interface TakenSeat {
  slot: string;
  seat: Seat;
  /** As it was when the seat was taken. */
  channel: ChannelItem;
}

/** Hands out the seats of channels. Each decision is one conditional UpdateItem on the channel's item. */
export interface Seats {
  /** A free seat, or another lease of the one this connection has. @throws SessionApiError full, session-not-live, throttled */
  take(channel: ChannelReference, connectionId: string, now: number): Promise<TakenSeat>;
  /** The seat with this secret, held by this connection from now on. Null: its lease has ended, or there is no such seat. */
  resume(channel: ChannelReference, secret: string, connectionId: string, now: number): Promise<TakenSeat | null>;
  /** Another lease. False: the connection does not hold the seat any more. */
  renew(sessionId: string, seat: SeatReference, connectionId: string, now: number): Promise<boolean>;
  /** Frees the seat; with `connectionId`, only if that connection holds it. False: it was free, or another's, already. */
  free(sessionId: string, seat: SeatReference, connectionId?: string): Promise<boolean>;
  /** Frees the seat if its lease has ended. */
  freeExpired(sessionId: string, seat: SeatReference, now: number): Promise<boolean>;
}

const seatsOf = (channel: ChannelItem | null) =>
  SLOTS.flatMap((slot) => {
    const seat = channel?.seats[slot];
    return seat ? [{ slot, seat }] : [];
  });

export const liveSeats = (channel: ChannelItem | null, now: number): Omit<TakenSeat, "channel">[] =>
  seatsOf(channel).filter(({ seat }) => seat.until > now);

/** Seats whose lease has ended, but that nobody has taken or freed since. */
export const expiredSeats = (channel: ChannelItem | null, now: number): SeatReference[] =>
  channel
    ? seatsOf(channel)
        .filter(({ seat }) => seat.until <= now)
        .map(({ slot, seat }) => ({ channelName: channel.name, slot, seatId: seat.seatId }))
    : [];

export const findSeat = (channel: ChannelItem, seatId: string): Omit<TakenSeat, "channel"> | undefined =>
  seatsOf(channel).find(({ seat }) => seat.seatId === seatId);

/** Within which a page has its seat and is ready for its slot's moment; one that misses it waits a whole round for the next. */
const READY_WITHIN_MS = 600;

/** A free slot. Undefined: there is none. */
type Choose = (free: readonly string[], now: number) => string | undefined;

/** The one whose moment to connect comes first, so that who has waited alone goes on at once, and the next one soon after. */
const soonest: Choose = (free, now) => {
  const waitMs = (slot: string) => staggerMs(slotNumber(slot), "connect", now + READY_WITHIN_MS);
  return free.toSorted((one, other) => waitMs(one) - waitMs(other))[0];
};

/** Who was too late for that one takes any: of many who ask at once, most would be too late for the next as well. */
const any: Choose = (free) => free[randomInt(Math.max(1, free.length))];

/** The slot for this connection: the one it has, even if the lease has ended, else a free one. Undefined: full. */
function chooseSlot({ seats }: ChannelItem, connectionId: string, now: number, choose: Choose): string | undefined {
  const own = SLOTS.find((slot) => seats[slot]?.connectionId === connectionId);
  return (
    own ??
    choose(
      SLOTS.filter((slot) => (seats[slot]?.until ?? 0) <= now),
      now,
    )
  );
}

export function createSeats(table: Table): Seats {
  /** With `secret`, whoever knows it becomes the holder; without, `connectionId` must hold the seat already. */
  const extend = async (
    sessionId: string,
    { channelName, slot, seatId }: SeatReference,
    { connectionId, secret, now }: { connectionId: string; secret?: string; now: number },
  ): Promise<TakenSeat | null> => {
    const path = `#seats.#${slot}`;
    const isHolder = secret ? `${path}.#secret = :secret` : `${path}.#connectionId = :me`;
    const channel = await table.update(channelKey(sessionId, channelName), channelItemSchema, {
      update: `SET ${path}.#until = :until, ${path}.#connectionId = :me`,
      condition: `${path}.#seatId = :seatId AND ${path}.#until > :now AND ${isHolder}`,
      values: { seatId, now, me: connectionId, until: now + SEAT_LEASE_MS, ...(secret && { secret }) },
    });
    const seat = channel?.seats[slot];
    return channel && seat ? { slot, seat, channel } : null;
  };

  const occupy = async (
    { sessionId, channelName }: ChannelReference,
    slot: string,
    connectionId: string,
    now: number,
  ): Promise<TakenSeat | null> => {
    const seat = {
      seatId: createSeatId(slotNumber(slot)),
      secret: randomHex128(),
      connectionId,
      until: now + SEAT_LEASE_MS,
    };
    const path = `#seats.#${slot}`;
    // A connection that asks twice at once must not get two seats.
    const others = SLOTS.filter((other) => other !== slot).map((other) => `#seats.#${other}.#connectionId = :me`);
    const channel = await table.update(channelKey(sessionId, channelName), channelItemSchema, {
      update: `SET ${path} = :seat`,
      condition: `attribute_exists(#seats) AND (attribute_not_exists(${path}) OR ${path}.#until <= :now) AND NOT (${others.join(" OR ")})`,
      values: { seat, now, me: connectionId },
    });
    return channel && { slot, seat, channel };
  };

  const remove = (
    sessionId: string,
    { channelName, slot, seatId }: SeatReference,
    condition: (path: string) => string[],
    values: Record<string, unknown>,
  ): Promise<boolean> => {
    const path = `#seats.#${slot}`;
    return table.change(channelKey(sessionId, channelName), {
      update: `REMOVE ${path}`,
      condition: [`${path}.#seatId = :seatId`, ...condition(path)].join(" AND "),
      values: { seatId, ...values },
    });
  };

  return {
    async take(reference, connectionId, now) {
      const { sessionId, channelName } = reference;
      for (let attempt = 0; attempt < TAKE_ATTEMPTS; attempt++) {
        const channel = await table.get(channelKey(sessionId, channelName), channelItemSchema);
        if (!channel) throw refuse("session-not-live");
        const slot = chooseSlot(channel, connectionId, now, attempt === 0 ? soonest : any);
        if (!slot) throw refuse("full");
        const held = channel.seats[slot];
        const taken =
          held && held.until > now
            ? await extend(sessionId, { channelName, slot, seatId: held.seatId }, { connectionId, now })
            : await occupy(reference, slot, connectionId, now);
        if (taken) return taken;
      }
      throw refuse("throttled", "Too many ask for a seat at once.");
    },

    async resume({ sessionId, channelName }, secret, connectionId, now) {
      const channel = await table.get(channelKey(sessionId, channelName), channelItemSchema);
      const found = liveSeats(channel, now).find(({ seat }) => seat.secret === secret);
      if (!found) return null;
      const reference = { channelName, slot: found.slot, seatId: found.seat.seatId };
      return extend(sessionId, reference, { connectionId, secret, now });
    },

    renew: async (sessionId, seat, connectionId, now) =>
      (await extend(sessionId, seat, { connectionId, now })) !== null,

    free: (sessionId, seat, connectionId) =>
      connectionId
        ? remove(sessionId, seat, (path) => [`${path}.#connectionId = :me`], { me: connectionId })
        : remove(sessionId, seat, () => [], {}),

    freeExpired: (sessionId, seat, now) => remove(sessionId, seat, (path) => [`${path}.#until <= :now`], { now }),
  };
}
