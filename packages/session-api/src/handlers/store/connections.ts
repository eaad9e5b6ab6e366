import { HOUR_MS } from "@lectern/primitives";
import * as v from "valibot";
import { SEAT_LEASE_MS } from "../../contract/index.ts";
import {
  connectionIdSchema,
  connectionKey,
  errorsKey,
  MEMBER_PREFIX,
  memberKey,
  sessionIdSchema,
  ttlOf,
} from "./keys.ts";
import { type SeatReference, seatReferenceSchema } from "./seats.ts";
import type { Table } from "./table.ts";

/** API Gateway ends a socket after two hours; DynamoDB removes what is left of it an hour later. */
const CONNECTION_MAX_MS = 3 * HOUR_MS;

const roleSchema = v.picklist(["host", "listener"]);
export type ConnectionRole = v.InferOutput<typeof roleSchema>;

const connectionItemSchema = v.object({
  connectionId: connectionIdSchema,
  sessionId: sessionIdSchema,
  role: roleSchema,
  seat: v.exactOptional(seatReferenceSchema),
});
export type ConnectionItem = v.InferOutput<typeof connectionItemSchema>;

/** A connection in its session's partition. */
const memberSchema = v.object({
  connectionId: connectionIdSchema,
  role: roleSchema,
  /** Epoch ms; from then on it does not count as waiting, unless it pings. */
  until: v.number(),
});
const errorsSchema = v.object({ errors: v.number() });
type Member = v.InferOutput<typeof memberSchema>;

/** Which sockets are told of which session. */
export interface Connections {
  find(connectionId: string): Promise<ConnectionItem | null>;
  /** To be called before the session is read, so that the connection is told of every change since. Returns what it was before. */
  enter(connectionId: string, sessionId: string, role: ConnectionRole, now: number): Promise<ConnectionItem | null>;
  renew(connection: ConnectionItem, now: number): Promise<void>;
  /** Which seat the connection holds; null: none. */
  setSeat(connectionId: string, seat: SeatReference | null): Promise<void>;
  /** Returns what it was; null if it was removed already. */
  remove(connectionId: string): Promise<ConnectionItem | null>;
  /** The connection is not told of the session any more. */
  removeMember(sessionId: string, connectionId: string): Promise<void>;
  listMembers(sessionId: string): Promise<Member[]>;
  /** One more message of the socket was wrong. Returns how many were. */
  countError(connectionId: string, now: number): Promise<number>;
}

export function createConnections(table: Table): Connections {
  return {
    find: (connectionId) => table.get(connectionKey(connectionId), connectionItemSchema),

    async enter(connectionId, sessionId, role, now) {
      const ttl = ttlOf(now + CONNECTION_MAX_MS);
      const [before] = await Promise.all([
        table.update(connectionKey(connectionId), connectionItemSchema, {
          update: "SET #connectionId = :connectionId, #sessionId = :sessionId, #role = :role, #ttl = :ttl",
          values: { connectionId, sessionId, role, ttl },
          returns: "ALL_OLD",
        }),
        table.put({ ...memberKey(sessionId, connectionId), connectionId, role, until: now + SEAT_LEASE_MS, ttl }),
      ]);
      return before;
    },

    async renew({ connectionId, sessionId }, now) {
      await table.change(memberKey(sessionId, connectionId), {
        update: "SET #until = :until",
        condition: "attribute_exists(#pk)",
        values: { until: now + SEAT_LEASE_MS },
      });
    },

    async setSeat(connectionId, seat) {
      await table.change(connectionKey(connectionId), {
        update: seat ? "SET #seat = :seat" : "REMOVE #seat",
        condition: "attribute_exists(#pk)",
        ...(seat && { values: { seat } }),
      });
    },

    async remove(connectionId) {
      const connection = await table.take(connectionKey(connectionId), connectionItemSchema);
      if (connection) await table.remove(memberKey(connection.sessionId, connectionId));
      return connection;
    },

    removeMember: (sessionId, connectionId) => table.remove(memberKey(sessionId, connectionId)),

    async countError(connectionId, now) {
      const counted = await table.update(errorsKey(connectionId), errorsSchema, {
        update: "SET #ttl = :ttl ADD #errors :one",
        values: { ttl: ttlOf(now + CONNECTION_MAX_MS), one: 1 },
      });
      return counted?.errors ?? 1;
    },

    listMembers: (sessionId) => table.query(`SESSION#${sessionId}`, memberSchema, { prefix: MEMBER_PREFIX }),
  };
}
