import { MINUTE_MS } from "@lectern/primitives";
import { announceChange } from "./announce-change.ts";
import { deleteChannel } from "./delete-channel.ts";
import { notifyHostOfListenersSoon, removeConnection } from "./notify.ts";
import { nameOf } from "./refusals.ts";
import type { Resources } from "./resources.ts";
import type { RegisteredChannel } from "./store/channels.ts";
import { expiredSeats } from "./store/seats.ts";
import type { SessionItem } from "./store/session-item.ts";

/** A session ends when it had no host for this long: time enough for a tunnel or a restart. */
export const ABANDONED_AFTER_MS = 10 * MINUTE_MS;

/** Ends a session on air, which also deletes its channel. True: it never went live, and gave up the channel, which is still there. */
async function endAbandoned(resources: Resources, session: SessionItem, now: number): Promise<boolean> {
  if (session.status !== "live" && session.status !== "paused") return resources.hosts.abandonPreparation(session);
  const result = await resources.sessions.change(session.id, now, ({ status, hostUntil }) => {
    // A host that comes back in this very moment keeps the session.
    if (status === "ended" || hostUntil !== session.hostUntil) return { change: {} };
    return {
      change: { status: "ended", endedAt: now },
      offAir: true,
      condition: "#hostUntil = :hostUntil",
      values: { hostUntil },
    };
  });
  if (result.changed) await announceChange(resources, result.session, result.before);
  return false;
}

/** Frees seats whose lease has ended, and removes sockets that have been silent too long. */
async function sweep(resources: Resources, { id }: SessionItem, channelName: string, now: number): Promise<void> {
  const channel = await resources.channels.get(id, channelName);
  const freed = await Promise.all(expiredSeats(channel, now).map((seat) => resources.seats.freeExpired(id, seat, now)));
  const members = await resources.connections.listMembers(id);
  const silent = members.filter(({ until }) => until + ABANDONED_AFTER_MS <= now);
  await Promise.all(silent.map(({ connectionId }) => removeConnection(resources, connectionId)));
  if (freed.includes(true) || silent.length > 0) await notifyHostOfListenersSoon(resources, id);
}

type IsOver = (session: SessionItem, now: number) => boolean;

async function reapChannel(resources: Resources, channel: RegisteredChannel, isOver: IsOver): Promise<void> {
  const now = resources.environment.now();
  const session = await resources.sessions.get(channel.sessionId, now);
  if (!session || session.channelName !== channel.name) return deleteChannel(resources, channel);
  if (!isOver(session, now)) return sweep(resources, session, channel.name, now);
  if (await endAbandoned(resources, session, now)) await deleteChannel(resources, channel);
}

/** One channel's failure does not keep the others. */
async function reapChannels(resources: Resources, isOver: IsOver): Promise<void> {
  for (const channel of await resources.channels.listRegistered()) {
    try {
      await reapChannel(resources, channel, isOver);
    } catch (error) {
      console.error(JSON.stringify({ level: "warn", event: "reap-later", name: nameOf(error) }));
    }
  }
}

/**
 * Runs once a minute. A channel's name is registered before KVS is asked to create it, so going through the registered
 * names misses nothing that a crash left behind.
 */
export const reap = (resources: Resources): Promise<void> =>
  reapChannels(resources, ({ hostUntil }, now) => (hostUntil ?? 0) + ABANDONED_AFTER_MS <= now);

/** Ends every session that is on air or about to be, whoever hosts it, and deletes their channels. */
export const endAll = (resources: Resources): Promise<void> => reapChannels(resources, () => true);
