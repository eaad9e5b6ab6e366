import * as v from "valibot";
import { channelEndpointsSchema } from "../../contract/index.ts";
import { CHANNELS, channelKey, connectionIdSchema, registryKey, sessionIdSchema } from "./keys.ts";
import type { Table } from "./table.ts";

/** A seat, held by a lease. */
const seatSchema = v.object({
  seatId: v.string(),
  secret: v.string(),
  /** The socket that holds it now. */
  connectionId: connectionIdSchema,
  /** The lease's end, epoch ms. The seat is free from then on, even while it is still stored. */
  until: v.number(),
});
export type Seat = v.InferOutput<typeof seatSchema>;

const endpointsSchema = v.omit(channelEndpointsSchema, ["channelArn"]);

export const channelItemSchema = v.object({
  name: v.string(),
  arn: v.string(),
  master: endpointsSchema,
  viewer: endpointsSchema,
  /** By slot, see seats.ts. */
  seats: v.record(v.string(), seatSchema),
});
export type ChannelItem = v.InferOutput<typeof channelItemSchema>;

const registeredChannelSchema = v.object({ name: v.string(), sessionId: sessionIdSchema, registeredAt: v.number() });
export type RegisteredChannel = v.InferOutput<typeof registeredChannelSchema>;

/** Channels: their names, registered before KVS is asked to create them, then what KVS has created. */
export interface Channels {
  register(name: string, sessionId: string, now: number): Promise<void>;
  listRegistered(): Promise<RegisteredChannel[]>;
  /** Stores what KVS has created, with no seats yet; if it is stored already, its seats stay. */
  open(sessionId: string, channel: Omit<ChannelItem, "seats">): Promise<ChannelItem>;
  get(sessionId: string, name: string): Promise<ChannelItem | null>;
  /** Removes a deleted channel with its seats, then its name. */
  forget(sessionId: string, name: string): Promise<void>;
}

export function createChannels(table: Table): Channels {
  return {
    async register(name, sessionId, now) {
      const condition = "attribute_not_exists(#pk)";
      await table.put({ ...registryKey(name), name, sessionId, registeredAt: now }, { condition });
    },
    listRegistered: () => table.query(CHANNELS, registeredChannelSchema),
    async open(sessionId, { name, arn, master, viewer }) {
      const opened = await table.update(channelKey(sessionId, name), channelItemSchema, {
        update:
          "SET #name = :name, #arn = :arn, #master = :master, #viewer = :viewer, #seats = if_not_exists(#seats, :none)",
        values: { name, arn, master, viewer, none: {} },
      });
      return opened ?? { name, arn, master, viewer, seats: {} };
    },
    get: (sessionId, name) => table.get(channelKey(sessionId, name), channelItemSchema),
    async forget(sessionId, name) {
      await table.remove(channelKey(sessionId, name));
      await table.remove(registryKey(name));
    },
  };
}
