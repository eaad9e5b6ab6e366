import { randomBytes } from "node:crypto";
import { SEAT_LEASE_MS } from "../../contract/index.ts";
import { randomHex128 } from "../../hex.ts";
import { sessionKey } from "./keys.ts";
import { type SessionItem, sessionItemSchema } from "./session-item.ts";
import type { Table } from "./table.ts";

interface HostClaim {
  sessionId: string;
  owner: string;
  connectionId: string;
  hostSecret: string | undefined;
  takeOver: boolean;
  /** `lectern-<env>-<speaker>-`, which the name of a new channel begins with. */
  channelPrefix: string;
}

/** Which connection is a session's host: one at a time, each decision one conditional UpdateItem on the session's item. */
export interface Hosts {
  /** Makes the connection host, and gives the session a channel name and a MAC key if it has none. Null: another one is host. */
  claim(claim: HostClaim, now: number): Promise<{ session: SessionItem; before: SessionItem } | null>;
  /** Another lease. False: the connection is not the host. */
  renew(sessionId: string, connectionId: string, now: number): Promise<boolean>;
  /** The host's socket closed: the session has no host from now on, but stays on air. Null: the connection was not the host. */
  release(sessionId: string, connectionId: string, now: number): Promise<SessionItem | null>;
  /** KVS has not got the session's channel any more: gives it another name and MAC key. Null: another handler did so already. */
  replaceChannel(session: SessionItem, channelPrefix: string): Promise<SessionItem | null>;
  /** The host left before it went live: takes its channel from the session. False: a host has come meanwhile. */
  abandonPreparation(session: SessionItem): Promise<boolean>;
  /** True: the caller is to send the host its listeners' numbers at `dueAt`. False: another handler will do so, or there is no host. */
  scheduleListenerCount(sessionId: string, dueAt: number, now: number): Promise<boolean>;
  /** To be called at `dueAt` before counting, so that a change during the count schedules another one. */
  startListenerCount(sessionId: string, dueAt: number): Promise<SessionItem | null>;
}

export function createHosts(table: Table): Hosts {
  const newChannel = (channelPrefix: string) => ({
    name: `${channelPrefix}${randomHex128()}`,
    key: randomBytes(32).toString("base64"),
  });

  return {
    async claim({ sessionId, owner, connectionId, hostSecret, takeOver, channelPrefix }, now) {
      const vacant = [
        "attribute_not_exists(#hostConnectionId)",
        "#hostConnectionId = :me",
        "#hostUntil <= :now",
        ...(hostSecret ? ["#hostSecret = :secret"] : []),
      ].join(" OR ");
      const fresh = newChannel(channelPrefix);
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
        values: { ...newChannel(channelPrefix), old: channelName },
      });
    },

    abandonPreparation({ id, channelName, hostUntil }) {
      return table.change(sessionKey(id), {
        update: "REMOVE #hostConnectionId, #hostSecret, #hostUntil, #channelName, #macKey",
        condition: "#channelName = :channelName AND #hostUntil = :hostUntil",
        values: { channelName, hostUntil },
      });
    },

    scheduleListenerCount: (sessionId, dueAt, now) =>
      table.change(sessionKey(sessionId), {
        update: "SET #listenersDueAt = :dueAt",
        condition:
          "attribute_exists(#hostConnectionId) AND (attribute_not_exists(#listenersDueAt) OR #listenersDueAt <= :now)",
        values: { dueAt, now },
      }),

    startListenerCount: (sessionId, dueAt) =>
      table.update(sessionKey(sessionId), sessionItemSchema, {
        update: "REMOVE #listenersDueAt",
        condition: "#listenersDueAt = :dueAt",
        values: { dueAt },
      }),
  };
}
