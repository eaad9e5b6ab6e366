import type { PatchSession } from "../../contract/index.ts";
import { SessionApiError } from "../../errors.ts";
import { snapshot, tellAll } from "../announce.ts";
import type { Context } from "../context.ts";
import { retireSoon } from "../retire.ts";
import { type StatusEvent, transition } from "../status.ts";
import type { SessionItem } from "../store/session-item.ts";
import type { Decision } from "../store/sessions.ts";

const eventOf: Record<NonNullable<PatchSession["status"]>, StatusEvent> = {
  paused: "pause",
  live: "resume",
  ended: "end",
};

async function findOwn(context: Context, owner: string, code: string | null): Promise<SessionItem> {
  const session = await context.sessions.findByCode(code, context.environment.now());
  if (session.owner !== owner) throw new SessionApiError("forbidden", "The session is somebody else's.");
  return session;
}

type Change = Omit<PatchSession, "code"> & { code?: string | undefined };

function decide(session: SessionItem, { title, code, status }: Change, now: number): Decision {
  const next = status ? transition(session.status, eventOf[status]) : session.status;
  if (!next) throw new SessionApiError("session-not-live", "Nobody is on air.");
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

/** The code the session shall have, held for it; undefined if it keeps the one it has. */
async function holdNew(
  { sessions }: Context,
  session: SessionItem,
  wanted: PatchSession["code"],
  now: number,
): Promise<string | undefined> {
  if (wanted === null) return sessions.holdNewCode(session, now);
  if (wanted === undefined || wanted === session.code) return undefined;
  if (await sessions.holdCode(session, wanted, now)) return wanted;
  throw new SessionApiError("code-taken", "The code belongs to another session.");
}

/** The owner's PATCH, all of it in one change or none of it. */
export async function patchSession(
  context: Context,
  owner: string,
  code: string | null,
  patch: PatchSession,
): Promise<SessionItem> {
  const { sessions, environment } = context;
  const now = environment.now();
  const found = await findOwn(context, owner, code);
  const newCode = await holdNew(context, found, patch.code, now);
  try {
    const { session, before, changed } = await sessions.change(found.id, now, (current) =>
      decide(current, { ...patch, code: newCode }, now),
    );
    if (newCode) await sessions.releaseCode(found, found.code);
    if (changed) await announceChange(context, session, before);
    return session;
  } catch (error) {
    if (newCode) await sessions.releaseCode(found, newCode);
    throw error;
  }
}

/** What follows a change of what listeners see: they are told, and a channel nobody is on any more is deleted. */
export async function announceChange(context: Context, session: SessionItem, before: SessionItem): Promise<void> {
  const ended = session.status === "ended" && before.status !== "ended";
  const message = snapshot(session, context.environment.now());
  await tellAll(context, session.id, message, ...(ended ? [{ type: "ended" } as const] : []));
  if (ended) await retireSoon(context, session.id, before.channelName);
}

/** Ends the session and removes every trace of it. */
export async function deleteSession(context: Context, owner: string, code: string | null): Promise<void> {
  const session = await findOwn(context, owner, code);
  await context.sessions.remove(session);
  const members = await context.connections.listMembers(session.id);
  const connectionIds = members.map(({ connectionId }) => connectionId);
  await context.sockets.sendAll(connectionIds, { type: "ended" });
  await Promise.all(connectionIds.map((connectionId) => context.connections.remove(connectionId)));
  await retireSoon(context, session.id, session.channelName);
}
