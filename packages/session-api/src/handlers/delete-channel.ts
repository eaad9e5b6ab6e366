import { MINUTE_MS } from "@lectern/primitives";
import { nameOf } from "./refusals.ts";
import type { Resources } from "./resources.ts";
import type { RegisteredChannel } from "./store/channels.ts";

/** A handler may be about to create the channel of a name that KVS does not know; none runs this long. */
const NEVER_CREATED_AFTER_MS = 10 * MINUTE_MS;

/** Deletes a channel that no session uses. Throws if KVS refuses; the reaper tries again as long as the name is registered. */
export async function deleteChannel(
  resources: Resources,
  { name, sessionId, registeredAt }: RegisteredChannel,
): Promise<void> {
  const existed = await resources.signalingChannels.remove(name);
  if (existed || resources.environment.now() - registeredAt > NEVER_CREATED_AFTER_MS) {
    await resources.channels.forget(sessionId, name);
  }
}

/** The same, but leaves it to the reaper if KVS refuses, so that a request does not fail for it. */
export async function deleteChannelOrLater(
  resources: Resources,
  sessionId: string,
  name: string | undefined,
): Promise<void> {
  if (!name) return;
  try {
    await deleteChannel(resources, { name, sessionId, registeredAt: resources.environment.now() });
  } catch (error) {
    console.error(JSON.stringify({ level: "warn", event: "delete-channel-later", name: nameOf(error) }));
  }
}
