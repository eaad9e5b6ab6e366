import type { Context } from "./context.ts";
import type { RegisteredChannel } from "./store/channels.ts";

/** A name KVS does not know may be about to be created by a handler; no handler runs this long. */
const NEVER_CREATED_AFTER_MS = 10 * 60_000;

/** Deletes a channel no session uses any more. Throws if KVS refuses for now; the reaper comes again by the written name. */
export async function retireChannel(
  context: Context,
  { name, sessionId, registeredAt }: RegisteredChannel,
): Promise<void> {
  const existed = await context.signalingChannels.remove(name);
  if (existed || context.environment.now() - registeredAt > NEVER_CREATED_AFTER_MS) {
    await context.channels.forget(sessionId, name);
  }
}

/** The same where it may wait: an answer to a person does not fail for it. */
export async function retireSoon(context: Context, sessionId: string, name: string | undefined): Promise<void> {
  if (!name) return;
  try {
    await retireChannel(context, { name, sessionId, registeredAt: context.environment.now() });
  } catch (error) {
    const reason = error instanceof Error ? error.name : "unknown";
    console.error(JSON.stringify({ level: "warn", event: "retire-later", name: reason }));
  }
}
