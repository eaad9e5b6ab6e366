import { setTimeout as delay } from "node:timers/promises";
import type { ServerMessage } from "../contract/index.ts";
import type { Context } from "./context.ts";
import { liveSeats } from "./store/seats.ts";
import { type SessionItem, toSession } from "./store/session-item.ts";

/** Comings and goings within this time are told to the host as one. */
const LISTENERS_WITHIN_MS = 250;

export const snapshot = (session: SessionItem, now: number): ServerMessage => ({
  type: "session",
  session: toSession(session, now),
  serverTime: now,
});

/** The host's place is free, and everyone hears that nobody speaks any more; not if another socket has taken it since. */
export async function releaseHost(context: Context, sessionId: string, connectionId: string): Promise<void> {
  const now = context.environment.now();
  const session = await context.hosts.release(sessionId, connectionId, now);
  if (session) await tellAll(context, sessionId, snapshot(session, now));
}

/** A socket is gone: nothing is sent to it again, and if it was the host's, that place is free. Its seat lives on by its lease. */
export async function forgetConnection(context: Context, connectionId: string): Promise<string | null> {
  const connection = await context.connections.remove(connectionId);
  if (!connection) return null;
  if (connection.role === "host") await releaseHost(context, connection.sessionId, connectionId);
  return connection.sessionId;
}

/** Sends to one socket, and forgets it if it is gone. */
export async function tell(context: Context, connectionId: string, message: ServerMessage): Promise<void> {
  if (!(await context.sockets.send(connectionId, message))) await forgetConnection(context, connectionId);
}

/** Sends to everyone who hears of the session, and forgets those that are gone. */
export async function tellAll(context: Context, sessionId: string, ...messages: ServerMessage[]): Promise<void> {
  const members = await context.connections.listMembers(sessionId);
  let there = members.map(({ connectionId }) => connectionId);
  for (const message of messages) {
    const gone = new Set(await context.sockets.sendAll(there, message));
    there = there.filter((connectionId) => !gone.has(connectionId));
    await Promise.all([...gone].map((connectionId) => forgetConnection(context, connectionId)));
  }
}

/** Tells the host, now, how many wait and how many are seated. */
export async function tellListeners(context: Context, session: SessionItem): Promise<void> {
  const { id, hostConnectionId, channelName } = session;
  if (!hostConnectionId) return;
  const now = context.environment.now();
  const [members, channel] = await Promise.all([
    context.connections.listMembers(id),
    channelName ? context.channels.get(id, channelName) : null,
  ]);
  const seats = liveSeats(channel, now);
  const seated = new Set(seats.map(({ seat }) => seat.connectionId));
  const waiting = members.filter(
    ({ role, until, connectionId }) => role === "listener" && until > now && !seated.has(connectionId),
  );
  await tell(context, hostConnectionId, { type: "listeners", waiting: waiting.length, seated: seats.length });
}

/** Listeners changed: the host hears of it soon, once for all that change meanwhile, whichever process sees to it. */
export async function listenersChanged(context: Context, sessionId: string): Promise<void> {
  const now = context.environment.now();
  const dueAt = now + LISTENERS_WITHIN_MS;
  if (!(await context.hosts.promiseListeners(sessionId, dueAt, now))) return;
  await delay(LISTENERS_WITHIN_MS);
  const session = await context.hosts.settleListeners(sessionId, dueAt);
  if (session) await tellListeners(context, session);
}
