import { randomInt } from "node:crypto";
import * as v from "valibot";
import { randomHex128, SEAT_LEASE_MS, SEATS_PER_CHANNEL } from "../../contract/index.ts";
import { SessionApiError } from "../../errors.ts";
import { type ChannelItem, channelItemSchema, type Seat } from "./channels.ts";
import { channelKey } from "./keys.ts";
import type { Table } from "./table.ts";

/** Of a slot's name in the channel's item. */
export const slotNumber = (slot: string): number => Number(slot.slice(1));

const SLOTS = Array.from({ length: SEATS_PER_CHANNEL }, (_, index) => `s${index}`);
/** Each lost race is somebody else's seat taken or freed, so eight would do but for those that are freed meanwhile. */
const TAKE_ATTEMPTS = 40;

/** Where a seat is, as its connection remembers it. */
export const seatReferenceSchema = v.object({ channelName: v.string(), slot: v.picklist(SLOTS), seatId: v.string() });
export type SeatReference = v.InferOutput<typeof seatReferenceSchema>;

export interface TakenSeat {
  slot: string;
  seat: Seat;
  /** The channel as it was in the moment of the decision. */
  channel: ChannelItem;
}

/** The seats of one session's channel; each decision is one conditional UpdateItem on the channel's item. */
export interface Seats {
  /** A free seat, or another lease of the one this connection has. @throws SessionApiError full */
  take(sessionId: string, channelName: string, connectionId: string, now: number): Promise<TakenSeat>;
  /** The live seat of this secret, now spoken for by this connection. Null: its lease has ended, or it never was. */
  resume(
    sessionId: string,
    channelName: string,
    secret: string,
    connectionId: string,
    now: number,
  ): Promise<TakenSeat | null>;
  /** Whether the connection still holds it, for another lease. */
  renew(sessionId: string, seat: SeatReference, connectionId: string, now: number): Promise<boolean>;
  /** Frees it if it is still this seat. With `connectionId`: only if that connection speaks for it. */
  free(sessionId: string, seat: SeatReference, connectionId?: string): Promise<boolean>;
  /** Frees it if its lease has ended. */
  freeDead(sessionId: string, seat: SeatReference, now: number): Promise<boolean>;
}

export const liveSeats = (channel: ChannelItem | null, now: number): Omit<TakenSeat, "channel">[] =>
  Object.entries(channel?.seats ?? {})
    .filter(([, seat]) => seat.until > now)
    .map(([slot, seat]) => ({ slot, seat }));

export function createSeats(table: Table): Seats {
  const extend = async (
    sessionId: string,
    { channelName, slot, seatId }: SeatReference,
    { now, ...values }: { now: number; me: string; secret?: string },
  ): Promise<TakenSeat | null> => {
    const path = `#seats.#${slot}`;
    // With the secret, whoever comes may speak for the seat; without, only the connection that does.
    const right = values.secret ? `${path}.#secret = :secret` : `${path}.#connectionId = :me`;
    const channel = await table.update(channelKey(sessionId, channelName), channelItemSchema, {
      update: `SET ${path}.#until = :until, ${path}.#connectionId = :me`,
      condition: `${path}.#seatId = :seatId AND ${path}.#until > :now AND ${right}`,
      values: { ...values, seatId, now, until: now + SEAT_LEASE_MS },
    });
    const seat = channel?.seats[slot];
    return channel && seat ? { slot, seat, channel } : null;
  };

  const occupy = async (
    sessionId: string,
    channelName: string,
    slot: string,
    seat: Seat,
    now: number,
  ): Promise<TakenSeat | null> => {
    const path = `#seats.#${slot}`;
    // Two `seat` of one connection at once must not take two.
    const elsewhere = SLOTS.filter((other) => other !== slot).map((other) => `#seats.#${other}.#connectionId = :me`);
    const channel = await table.update(channelKey(sessionId, channelName), channelItemSchema, {
      update: `SET ${path} = :seat`,
      condition: `attribute_exists(#seats) AND (attribute_not_exists(${path}) OR ${path}.#until <= :now) AND NOT (${elsewhere.join(" OR ")})`,
      values: { seat, now, me: seat.connectionId },
    });
    return channel && { slot, seat, channel };
  };

  return {
    async take(sessionId, channelName, connectionId, now) {
      for (let attempt = 0; attempt < TAKE_ATTEMPTS; attempt++) {
        const channel = await table.get(channelKey(sessionId, channelName), channelItemSchema);
        if (!channel) throw new SessionApiError("session-not-live", "Nobody is on air.");
        const mine = SLOTS.find((slot) => channel.seats[slot]?.connectionId === connectionId);
        const held = mine && channel.seats[mine];
        if (mine && held && held.until > now) {
          const reference = { channelName, slot: mine, seatId: held.seatId };
          const extended = await extend(sessionId, reference, { now, me: connectionId });
          if (extended) return extended;
          continue;
        }
        const free = SLOTS.filter((slot) => (channel.seats[slot]?.until ?? 0) <= now);
        // A seat of mine that ended is taken anew in its own place: anywhere else it would count as a second one.
        const slot = mine ?? free[randomInt(Math.max(1, free.length))];
        if (!slot) throw new SessionApiError("full", "Every seat is taken.");
        const seat = { seatId: randomHex128(), secret: randomHex128(), connectionId, until: now + SEAT_LEASE_MS };
        const taken = await occupy(sessionId, channelName, slot, seat, now);
        if (taken) return taken;
      }
      throw new SessionApiError("throttled", "Too many ask for a seat at once.");
    },

    async resume(sessionId, channelName, secret, connectionId, now) {
      const channel = await table.get(channelKey(sessionId, channelName), channelItemSchema);
      const found = liveSeats(channel, now).find(({ seat }) => seat.secret === secret);
      if (!found) return null;
      const reference = { channelName, slot: found.slot, seatId: found.seat.seatId };
      return extend(sessionId, reference, { now, me: connectionId, secret });
    },

    renew: async (sessionId, seat, connectionId, now) =>
      (await extend(sessionId, seat, { now, me: connectionId })) !== null,

    free(sessionId, { channelName, slot, seatId }, connectionId) {
      const path = `#seats.#${slot}`;
      return table.change(channelKey(sessionId, channelName), {
        update: `REMOVE ${path}`,
        condition: `${path}.#seatId = :seatId${connectionId ? ` AND ${path}.#connectionId = :me` : ""}`,
        values: { seatId, ...(connectionId && { me: connectionId }) },
      });
    },

    freeDead(sessionId, { channelName, slot, seatId }, now) {
      const path = `#seats.#${slot}`;
      return table.change(channelKey(sessionId, channelName), {
        update: `REMOVE ${path}`,
        condition: `${path}.#seatId = :seatId AND ${path}.#until <= :now`,
        values: { seatId, now },
      });
    },
  };
}
