import { deleteChannelOrLater } from "./delete-channel.ts";
import { notifyAll, snapshot } from "./notify.ts";
import type { Resources } from "./resources.ts";
import type { SessionItem } from "./store/session-item.ts";

/** After a change that listeners see: tells everyone, and deletes the channel if the session has ended. */
export async function announceChange(resources: Resources, session: SessionItem, before: SessionItem): Promise<void> {
  const ended = session.status === "ended" && before.status !== "ended";
  const message = snapshot(session, resources.environment.now());
  await notifyAll(resources, session.id, message, ...(ended ? [{ type: "ended" } as const] : []));
  if (ended) await deleteChannelOrLater(resources, session.id, before.channelName);
}
