import type { ClientMessage } from "../../contract/index.ts";
import { notify, notifyHostOfListenersSoon, removeConnection, snapshot } from "../notify.ts";
import { errorMessage, refuse, toRefusal } from "../refusals.ts";
import type { Resources } from "../resources.ts";
import type { ConnectionItem } from "../store/connections.ts";
import type { SessionItem } from "../store/session-item.ts";
import { enterSession } from "./enter-session.ts";
import { giveSeat, isOnAir, type SessionOnAir } from "./seat.ts";

/** `join`: the connection is told of the session from now on. With `seatSecret` it resumes that seat; with `seat` it takes one if the session is on air. */
export async function join(
  resources: Resources,
  connectionId: string,
  { code, seatSecret, seat: wantsSeat = false }: Extract<ClientMessage, { action: "join" }>,
): Promise<void> {
  const { sessions, environment } = resources;
  const id = await sessions.findId(code);
  if (!id) throw refuse("session-not-found");
  await enterSession(resources, connectionId, id, "listener");
  const now = environment.now();
  // Read after entering, so that every change after this snapshot is sent to this socket.
  const session = await sessions.get(id, now);
  if (session?.code !== code) {
    await removeConnection(resources, connectionId);
    throw refuse("session-not-found");
  }
  await notify(resources, connectionId, snapshot(session, now));
  if (seatSecret) {
    await resumeSeat(resources, connectionId, session, seatSecret, now);
  } else if (wantsSeat && isOnAir(session)) await takeSeat(resources, connectionId, session, now);
  await notifyHostOfListenersSoon(resources, id);
}

async function resumeSeat(
  resources: Resources,
  connectionId: string,
  session: SessionItem,
  seatSecret: string,
  now: number,
): Promise<void> {
  if (isOnAir(session)) {
    const channel = { sessionId: session.id, channelName: session.channelName };
    const taken = await resources.seats.resume(channel, seatSecret, connectionId, now);
    if (taken) return giveSeat(resources, connectionId, session, taken);
  }
  await notify(resources, connectionId, errorMessage("seat-lost"));
}

async function takeSeat(resources: Resources, connectionId: string, session: SessionOnAir, now: number): Promise<void> {
  try {
    const channel = { sessionId: session.id, channelName: session.channelName };
    const taken = await resources.seats.take(channel, connectionId, now);
    await giveSeat(resources, connectionId, session, taken);
  } catch (error) {
    // The caller goes on: a listener without a seat counts as waiting.
    await notify(resources, connectionId, { type: "error", ...toRefusal(error) });
  }
}

/** `seat`: takes a seat, or renews the one held and its ClientId. @throws SessionApiError session-not-found, session-not-live */
export async function seat(resources: Resources, { connectionId, sessionId }: ConnectionItem): Promise<void> {
  const now = resources.environment.now();
  const session = await resources.sessions.get(sessionId, now);
  if (!session) throw refuse("session-not-found");
  if (!isOnAir(session)) throw refuse("session-not-live");
  await takeSeat(resources, connectionId, session, now);
  await notifyHostOfListenersSoon(resources, sessionId);
}

/** `leave`: frees the connection's seat, if it has one. */
export async function leave(
  resources: Resources,
  { connectionId, sessionId, seat: held }: ConnectionItem,
): Promise<void> {
  if (!held) return;
  await resources.seats.free(sessionId, held, connectionId);
  await resources.connections.setSeat(connectionId, null);
  await notifyHostOfListenersSoon(resources, sessionId);
}
