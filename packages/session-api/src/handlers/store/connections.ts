import { SEAT_LEASE_MS } from "../../contract/index.ts";
import { connectionKey, MEMBER_PREFIX, memberKey, ttlOf } from "./keys.ts";
import type { SeatReference } from "./seats.ts";
import type { Table } from "./table.ts";

/** API Gateway ends a socket after two hours; what outlives it by one more is rubbish. */
const CONNECTION_MAX_MS = 3 * 3600_000;

export type ConnectionRole = "host" | "listener";

export interface ConnectionItem {
  connectionId: string;
  sessionId: string;
  role: ConnectionRole;
  seat?: SeatReference;
}

/** A connection as its session knows it. */
interface Member {
  connectionId: string;
  role: ConnectionRole;
  /** Epoch ms; silent since then, it no longer counts. */
  until: number;
}

/** Which socket hears of which session. */
export interface Connections {
  find(connectionId: string): Promise<ConnectionItem | null>;
  /** Written before the session is read for its answer, so no change falls between the two unheard. What it was before. */
  enter(connectionId: string, sessionId: string, role: ConnectionRole, now: number): Promise<ConnectionItem | null>;
  renew(connection: ConnectionItem, now: number): Promise<void>;
  /** Remembers, or with null forgets, the seat this connection speaks for. */
  setSeat(connectionId: string, seat: SeatReference | null): Promise<void>;
  /** What the connection was, once: of two who remove it one gets null. */
  remove(connectionId: string): Promise<ConnectionItem | null>;
  /** The session no longer tells the connection anything. */
  removeMember(sessionId: string, connectionId: string): Promise<void>;
  listMembers(sessionId: string): Promise<Member[]>;
}

export function createConnections(table: Table): Connections {
  return {
    find: (connectionId) => table.get<ConnectionItem>(connectionKey(connectionId)),

    async enter(connectionId, sessionId, role, now) {
      const ttl = ttlOf(now + CONNECTION_MAX_MS);
      const [before] = await Promise.all([
        table.update<ConnectionItem>(connectionKey(connectionId), {
          update: "SET #connectionId = :connectionId, #sessionId = :sessionId, #role = :role, #ttl = :ttl",
          values: { connectionId, sessionId, role, ttl },
          returns: "ALL_OLD",
        }),
        table.put({ ...memberKey(sessionId, connectionId), connectionId, role, until: now + SEAT_LEASE_MS, ttl }),
      ]);
      return before ?? null;
    },

    async renew({ connectionId, sessionId }, now) {
      await table.update(memberKey(sessionId, connectionId), {
        update: "SET #until = :until",
        condition: "attribute_exists(#pk)",
        values: { until: now + SEAT_LEASE_MS },
      });
    },

    async setSeat(connectionId, seat) {
      await table.update(connectionKey(connectionId), {
        update: seat ? "SET #seat = :seat" : "REMOVE #seat",
        condition: "attribute_exists(#pk)",
        ...(seat && { values: { seat } }),
      });
    },

    async remove(connectionId) {
      const connection = await table.remove<ConnectionItem>(connectionKey(connectionId));
      if (connection) await table.remove(memberKey(connection.sessionId, connectionId));
      return connection;
    },

    async removeMember(sessionId, connectionId) {
      await table.remove(memberKey(sessionId, connectionId));
    },

    listMembers: (sessionId) => table.query<Member>(`SESSION#${sessionId}`, { prefix: MEMBER_PREFIX }),
  };
}
