import { notify, notifyHostOfListeners, snapshot } from "../notify.ts";
import { errorMessage, refuse } from "../refusals.ts";
import type { Resources } from "../resources.ts";
import type { ConnectionItem } from "../store/connections.ts";

/** `ping`: renews the leases of this connection, of its host role and of its seat, and answers with the session. */
export async function ping(resources: Resources, connection: ConnectionItem): Promise<void> {
  const { connectionId, sessionId, role, seat } = connection;
  const now = resources.environment.now();
  const [session, isHost, isSeated] = await Promise.all([
    resources.sessions.get(sessionId, now),
    role === "host" && resources.hosts.renew(sessionId, connectionId, now),
    seat ? resources.seats.renew(sessionId, seat, connectionId, now) : null,
    resources.connections.renew(connection, now),
  ]);
  if (!session) throw refuse("session-not-found");
  await notify(resources, connectionId, snapshot(session, now));
  if (isSeated === false) {
    await resources.connections.setSeat(connectionId, null);
    await notify(resources, connectionId, errorMessage("seat-lost"));
  }
  if (isHost) await notifyHostOfListeners(resources, session);
  // It was told so when it was displaced, but that message may have been lost.
  else if (role === "host" && session.hostConnectionId) await notify(resources, connectionId, { type: "displaced" });
}
