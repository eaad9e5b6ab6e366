import { releaseHost } from "../announce.ts";
import type { Context } from "../context.ts";
import type { ConnectionRole } from "../store/connections.ts";

/** From here on the socket hears of this session, and of no other it may have heard of before. */
export async function enterSession(
  context: Context,
  connectionId: string,
  sessionId: string,
  role: ConnectionRole,
): Promise<void> {
  const { connections, environment } = context;
  const now = environment.now();
  const before = await connections.enter(connectionId, sessionId, role, now);
  if (!before || before.sessionId === sessionId) return;
  await connections.removeMember(before.sessionId, connectionId);
  await connections.setSeat(connectionId, null);
  if (before.role === "host") await releaseHost(context, before.sessionId, connectionId);
}
