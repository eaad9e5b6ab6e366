import { forgetConnection, listenersChanged } from "./announce.ts";
import type { Context } from "./context.ts";
import { announceChange } from "./http/owner.ts";
import { retireChannel } from "./retire.ts";
import type { RegisteredChannel } from "./store/channels.ts";
import type { SessionItem } from "./store/session-item.ts";

/** A session whose host stayed away this long has ended: long enough for a tunnel or a restart, short enough to be forgotten. */
export const ABANDONED_AFTER_MS = 10 * 60_000;

/** Ends what its host has abandoned. Whether it did: a host who comes back in this very moment keeps the session. */
async function endAbandoned(context: Context, session: SessionItem, now: number): Promise<boolean> {
  if (session.status !== "live" && session.status !== "paused") return context.hosts.abandonPreparation(session);
  const result = await context.sessions.change(session.id, now, ({ status, hostUntil }) => {
    if (status === "ended" || hostUntil !== session.hostUntil) return { change: {} };
    return {
      change: { status: "ended", endedAt: now },
      offAir: true,
      condition: "#hostUntil = :hostUntil",
      values: { hostUntil },
    };
  });
  if (result.changed) await announceChange(context, result.session, result.before);
  return false;
}

/** Frees seats and sockets that died without a word. */
async function sweep(context: Context, { id }: SessionItem, channelName: string, now: number): Promise<void> {
  const channel = await context.channels.get(id, channelName);
  const dead = Object.entries(channel?.seats ?? {}).filter(([, seat]) => seat.until <= now);
  const freed = await Promise.all(
    dead.map(([slot, { seatId }]) => context.seats.freeDead(id, { channelName, slot, seatId }, now)),
  );
  const members = await context.connections.listMembers(id);
  const silent = members.filter(({ until }) => until + ABANDONED_AFTER_MS <= now);
  await Promise.all(silent.map(({ connectionId }) => forgetConnection(context, connectionId)));
  if (freed.includes(true) || silent.length > 0) await listenersChanged(context, id);
}

type IsOver = (session: SessionItem, now: number) => boolean;

async function reapChannel(context: Context, channel: RegisteredChannel, isOver: IsOver): Promise<void> {
  const now = context.environment.now();
  const session = await context.sessions.get(channel.sessionId, now);
  if (!session || session.channelName !== channel.name) return retireChannel(context, channel);
  if (!isOver(session, now)) return sweep(context, session, channel.name, now);
  if (await endAbandoned(context, session, now)) await retireChannel(context, channel);
}

async function reapChannels(context: Context, isOver: IsOver): Promise<void> {
  for (const channel of await context.channels.listRegistered()) {
    try {
      await reapChannel(context, channel, isOver);
    } catch (error) {
      const name = error instanceof Error ? error.name : "unknown";
      console.error(JSON.stringify({ level: "warn", event: "reap-later", name }));
    }
  }
}

/**
 * Once a minute. Works from the names written before KVS heard of them, so it needs no List and misses nothing that a crash
 * left behind; one channel's failure does not keep the others.
 */
export const reap = (context: Context): Promise<void> =>
  reapChannels(context, ({ hostUntil }, now) => (hostUntil ?? 0) + ABANDONED_AFTER_MS <= now);

/** Ends every session that is on air or about to be, whoever is there, and deletes their channels. */
export const endAll = (context: Context): Promise<void> => reapChannels(context, () => true);
