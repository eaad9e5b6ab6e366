import { releaseHost } from "../notify.ts";
import type { Resources } from "../resources.ts";
import type { ConnectionRole } from "../store/connections.ts";

/** From here on the socket is told of this session, and no more of another one it had entered before. */
export async function enterSession(
  resources: Resources,
  connectionId: string,
  sessionId: string,
  role: ConnectionRole,
): Promise<void> {
  const { connections, environment } = resources;
  const now = environment.now();
  const before = await connections.enter(connectionId, sessionId, role, now);
  if (!before || before.sessionId === sessionId) return;
  await connections.removeMember(before.sessionId, connectionId);
  await connections.setSeat(connectionId, null);
  if (before.role === "host") await releaseHost(resources, before.sessionId, connectionId);
}
