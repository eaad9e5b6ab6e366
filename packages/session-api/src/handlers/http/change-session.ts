import type { PatchSession } from "../../contract/index.ts";
import { announceChange } from "../announce-change.ts";
import { deleteChannelOrLater } from "../delete-channel.ts";
import { refuse } from "../refusals.ts";
import type { Resources } from "../resources.ts";
import { type StatusEvent, transition } from "../session-status.ts";
import type { SessionItem } from "../store/session-item.ts";
import type { Decision } from "../store/sessions.ts";

const eventOf: Record<NonNullable<PatchSession["status"]>, StatusEvent> = {
  paused: "pause",
  live: "resume",
  ended: "end",
};

type Change = Omit<PatchSession, "code"> & { code?: string | undefined };

function decide(session: SessionItem, { title, code, status }: Change, now: number): Decision {
  const next = status ? transition(session.status, eventOf[status]) : session.status;
  if (!next) throw refuse("session-not-live");
  const ends = next === "ended" && session.status !== "ended";
  return {
    change: {
      ...(title !== undefined && title !== session.title && { title }),
      ...(code !== undefined && code !== session.code && { code }),
      ...(next !== session.status && { status: next }),
      ...(ends && { endedAt: now }),
    },
    offAir: ends,
  };
}

/** Holds the code that is wanted, or a new one where that is null. Undefined: the session keeps the one it has. */
async function holdCode(
  { sessions }: Resources,
  session: SessionItem,
  wanted: PatchSession["code"],
  now: number,
): Promise<string | undefined> {
  if (wanted === null) return sessions.holdNewCode(session, now);
  if (wanted === undefined || wanted === session.code) return undefined;
  if (await sessions.holdCode(session, wanted, now)) return wanted;
  throw refuse("code-taken");
}

/** Changes everything the owner's PATCH asks for, or nothing. */
export async function patchSession(
  resources: Resources,
  owner: string,
  code: string | null,
  patch: PatchSession,
): Promise<SessionItem> {
  const { sessions, environment } = resources;
  const now = environment.now();
  const found = await sessions.findOwn(code, owner, now);
  const newCode = await holdCode(resources, found, patch.code, now);
  try {
    const { session, before, changed } = await sessions.change(found.id, now, (current) =>
      decide(current, { ...patch, code: newCode }, now),
    );
    if (newCode) await sessions.releaseCode(found, found.code);
    if (changed) await announceChange(resources, session, before);
    return session;
  } catch (error) {
    if (newCode) await sessions.releaseCode(found, newCode);
    throw error;
  }
}

/** Tells everyone that the session has ended, and removes it with its channel and connections. */
export async function deleteSession(resources: Resources, owner: string, code: string | null): Promise<void> {
  const session = await resources.sessions.findOwn(code, owner, resources.environment.now());
  await resources.sessions.remove(session);
  const members = await resources.connections.listMembers(session.id);
  const connectionIds = members.map(({ connectionId }) => connectionId);
  await resources.sockets.sendAll(connectionIds, { type: "ended" });
  await Promise.all(connectionIds.map((connectionId) => resources.connections.remove(connectionId)));
  await deleteChannelOrLater(resources, session.id, session.channelName);
}
