import type { ServerMessage } from "../contract/index.ts";
import type { Resources } from "./resources.ts";
import { liveSeats } from "./store/seats.ts";
import { type SessionItem, toSession } from "./store/session-item.ts";

/** How long changes among the listeners are collected before the host is told the new numbers. */
const COLLECT_LISTENER_CHANGES_MS = 250;

export const snapshot = (session: SessionItem, now: number): ServerMessage => ({
  type: "session",
  session: toSession(session, now),
  serverTime: now,
});

/** The connection hosts no more, and everyone is told that nobody does; unless another connection has become host since. */
export async function releaseHost(resources: Resources, sessionId: string, connectionId: string): Promise<void> {
  const now = resources.environment.now();
  const session = await resources.hosts.release(sessionId, connectionId, now);
  if (session) await notifyAll(resources, sessionId, snapshot(session, now));
}

/** Removes a closed socket, and its host role if it had that; its seat stays until the lease ends. Returns its session. */
export async function removeConnection(resources: Resources, connectionId: string): Promise<string | null> {
  const connection = await resources.connections.remove(connectionId);
  if (!connection) return null;
  if (connection.role === "host") await releaseHost(resources, connection.sessionId, connectionId);
  return connection.sessionId;
}

/** Sends to one socket, and removes it if it has closed. */
export async function notify(resources: Resources, connectionId: string, message: ServerMessage): Promise<void> {
  if (!(await resources.sockets.send(connectionId, message))) await removeConnection(resources, connectionId);
}

/** Sends to every socket of the session, and removes those that have closed. */
export async function notifyAll(resources: Resources, sessionId: string, ...messages: ServerMessage[]): Promise<void> {
  const members = await resources.connections.listMembers(sessionId);
  let open = members.map(({ connectionId }) => connectionId);
  for (const message of messages) {
    const closed = new Set(await resources.sockets.sendAll(open, message));
    open = open.filter((connectionId) => !closed.has(connectionId));
    await Promise.all([...closed].map((connectionId) => removeConnection(resources, connectionId)));
  }
}

/** Sends the host, now, how many listeners wait and how many hold a seat. */
export async function notifyHostOfListeners(resources: Resources, session: SessionItem): Promise<void> {
  const { id, hostConnectionId, channelName } = session;
  if (!hostConnectionId) return;
  const now = resources.environment.now();
  const [members, channel] = await Promise.all([
    resources.connections.listMembers(id),
    channelName ? resources.channels.get(id, channelName) : null,
  ]);
  const seats = liveSeats(channel, now);
  const seated = new Set(seats.map(({ seat }) => seat.connectionId));
  const waiting = members.filter(
    ({ role, until, connectionId }) => role === "listener" && until > now && !seated.has(connectionId),
  );
  await notify(resources, hostConnectionId, { type: "listeners", waiting: waiting.length, seated: seats.length });
}

/** Sends the host the numbers a little later, once for all changes until then, in whichever process they happen. */
export async function notifyHostOfListenersSoon(resources: Resources, sessionId: string): Promise<void> {
  const now = resources.environment.now();
  const dueAt = now + COLLECT_LISTENER_CHANGES_MS;
  if (!(await resources.hosts.scheduleListenerCount(sessionId, dueAt, now))) return;
  await resources.environment.delay(COLLECT_LISTENER_CHANGES_MS);
  const session = await resources.hosts.startListenerCount(sessionId, dueAt);
  if (session) await notifyHostOfListeners(resources, session);
}
