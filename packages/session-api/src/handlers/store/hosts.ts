import { createMacKey, randomHex128, SEAT_LEASE_MS } from "../../contract/index.ts";
import { sessionKey } from "./keys.ts";
import { type SessionItem, sessionItemSchema } from "./session-item.ts";
import type { Table } from "./table.ts";

interface HostClaim {
  sessionId: string;
  owner: string;
  connectionId: string;
  hostSecret: string | undefined;
  takeOver: boolean;
  /** `lectern-<env>-<speaker>-`; the name of a new life on air is made of it. */
  channelPrefix: string;
}

/** Who speaks for a session. One at a time, by one conditional UpdateItem. */
export interface Hosts {
  /** Becomes host and puts the session on air (channel name, MAC key) if it is not. Null: refused, see the session for why. */
  claim(claim: HostClaim, now: number): Promise<{ session: SessionItem; before: SessionItem } | null>;
  /** Whether the connection is the host, for another lease. */
  renew(sessionId: string, connectionId: string, now: number): Promise<boolean>;
  /**
   * The host's socket closed. Its place is free at once; the session, as it is then, stays on air for it to come back to.
   * Null: that socket was not the host.
   */
  release(sessionId: string, connectionId: string, now: number): Promise<SessionItem | null>;
  /** The channel vanished under the session: on with a new one, unless somebody else has seen to it. */
  replaceChannel(session: SessionItem, channelPrefix: string): Promise<SessionItem | null>;
  /** Nobody mastered what was prepared, and the host is gone: take the session off the air, its status untouched. */
  abandonPreparation(session: SessionItem): Promise<boolean>;
  /** Whether it falls to the caller to tell the host of its listeners at `dueAt`; else somebody who will has promised it. */
  promiseListeners(sessionId: string, dueAt: number, now: number): Promise<boolean>;
  /** Ends the promise. Called before counting, so a change after it finds its own teller. */
  settleListeners(sessionId: string, dueAt: number): Promise<SessionItem | null>;
}

export function createHosts(table: Table): Hosts {
  const onAir = (channelPrefix: string) => ({ name: `${channelPrefix}${randomHex128()}`, key: createMacKey() });

  return {
    async claim({ sessionId, owner, connectionId, hostSecret, takeOver, channelPrefix }, now) {
      const vacant = [
        "attribute_not_exists(#hostConnectionId)",
        "#hostConnectionId = :me",
        "#hostUntil <= :now",
        ...(hostSecret ? ["#hostSecret = :secret"] : []),
      ].join(" OR ");
      const fresh = onAir(channelPrefix);
      const before = await table.update(sessionKey(sessionId), sessionItemSchema, {
        update: [
          "SET #hostConnectionId = :me, #hostUntil = :until, #rev = #rev + :one, #channelName = if_not_exists(#channelName, :name)",
          `, #macKey = if_not_exists(#macKey, :key)${hostSecret ? ", #hostSecret = :secret" : " REMOVE #hostSecret"}`,
        ].join(""),
        condition: takeOver ? "#owner = :owner" : `#owner = :owner AND (${vacant})`,
        values: {
          ...fresh,
          me: connectionId,
          owner,
          until: now + SEAT_LEASE_MS,
          one: 1,
          ...(takeOver ? {} : { now }),
          ...(hostSecret && { secret: hostSecret }),
        },
        returns: "ALL_OLD",
      });
      if (!before) return null;
      const { name, key } = fresh;
      const channelName = before.channelName ?? name;
      return {
        before,
        session: {
          ...before,
          hostConnectionId: connectionId,
          hostUntil: now + SEAT_LEASE_MS,
          rev: before.rev + 1,
          channelName,
          macKey: before.macKey ?? key,
        },
      };
    },

    renew: (sessionId, connectionId, now) =>
      table.change(sessionKey(sessionId), {
        update: "SET #hostUntil = :until",
        condition: "#hostConnectionId = :me",
        values: { me: connectionId, until: now + SEAT_LEASE_MS },
      }),

    release: (sessionId, connectionId, now) =>
      table.update(sessionKey(sessionId), sessionItemSchema, {
        update: "SET #hostUntil = :now, #rev = #rev + :one REMOVE #hostConnectionId",
        condition: "#hostConnectionId = :me",
        values: { me: connectionId, now, one: 1 },
      }),

    replaceChannel({ id, channelName }, channelPrefix) {
      return table.update(sessionKey(id), sessionItemSchema, {
        update: "SET #channelName = :name, #macKey = :key",
        condition: "#channelName = :old",
        values: { ...onAir(channelPrefix), old: channelName },
      });
    },

    abandonPreparation({ id, channelName, hostUntil }) {
      return table.change(sessionKey(id), {
        update: "REMOVE #hostConnectionId, #hostSecret, #hostUntil, #channelName, #macKey",
        condition: "#channelName = :channelName AND #hostUntil = :hostUntil",
        values: { channelName, hostUntil },
      });
    },

    promiseListeners: (sessionId, dueAt, now) =>
      table.change(sessionKey(sessionId), {
        update: "SET #listenersDueAt = :dueAt",
        condition:
          "attribute_exists(#hostConnectionId) AND (attribute_not_exists(#listenersDueAt) OR #listenersDueAt <= :now)",
        values: { dueAt, now },
      }),

    settleListeners: (sessionId, dueAt) =>
      table.update(sessionKey(sessionId), sessionItemSchema, {
        update: "REMOVE #listenersDueAt",
        condition: "#listenersDueAt = :dueAt",
        values: { dueAt },
      }),
  };
}
