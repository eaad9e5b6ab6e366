import { SessionApiError } from "../../errors.ts";
import { snapshot, tell, tellListeners } from "../announce.ts";
import type { Context } from "../context.ts";
import type { ConnectionItem } from "../store/connections.ts";

/** `ping`: another lease for whatever this connection holds, answered by the session as it is. */
export async function ping(context: Context, connection: ConnectionItem): Promise<void> {
  const { connectionId, sessionId, role, seat } = connection;
  const now = context.environment.now();
  const [session, isHost, isSeated] = await Promise.all([
    context.sessions.get(sessionId, now),
    role === "host" && context.hosts.renew(sessionId, connectionId, now),
    seat ? context.seats.renew(sessionId, seat, connectionId, now) : null,
    context.connections.renew(connection, now),
  ]);
  if (!session) throw new SessionApiError("session-not-found", "There is no such session.");
  await tell(context, connectionId, snapshot(session, now));
  if (isSeated === false) {
    await context.connections.setSeat(connectionId, null);
    await tell(context, connectionId, { type: "error", code: "seat-lost", message: "The seat's lease has ended." });
  }
  if (isHost) await tellListeners(context, session);
  // The word may have been lost when it happened.
  else if (role === "host" && session.hostConnectionId) await tell(context, connectionId, { type: "displaced" });
}
