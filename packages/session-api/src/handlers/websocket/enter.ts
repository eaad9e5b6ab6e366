import { forgetConnection } from "../announce.ts";
import type { Context } from "../context.ts";
import type { ConnectionRole } from "../store/connections.ts";

/** From here on the socket hears of this session, and of no other it may have heard of before. */
export async function enterSession(
  context: Context,
  connectionId: string,
  sessionId: string,
  role: ConnectionRole,
): Promise<void> {
  const before = await context.connections.find(connectionId);
  if (before && before.sessionId !== sessionId) await forgetConnection(context, connectionId);
  await context.connections.enter(connectionId, sessionId, role, context.environment.now());
}
