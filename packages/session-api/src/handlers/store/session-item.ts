import * as v from "valibot";
import { type Session, sessionSchema } from "../../contract/index.ts";
import { connectionIdSchema, sessionIdSchema } from "./keys.ts";

/** A session as stored. Never leaves the handlers whole: `toSession` is what may be seen. */
export const sessionItemSchema = v.object({
  ...v.omit(sessionSchema, ["hosted"]).entries,
  id: sessionIdSchema,
  /** The speaker's `sub`. */
  owner: v.string(),
  /** Unused until then, it is gone. */
  expiresAt: v.number(),
  /** The socket that speaks for the session; absent while none does. */
  hostConnectionId: v.exactOptional(connectionIdSchema),
  /** The host page's own secret: the same page on a new socket is not another page. */
  hostSecret: v.exactOptional(v.string()),
  /** Until when the host is taken to be there: renewed by ping, brought forward to now when its socket closes. */
  hostUntil: v.exactOptional(v.number()),
  /** The channel of this life on air; present from the first `host` until it ends. */
  channelName: v.exactOptional(v.string()),
  /** Base64 of 32 bytes, new with each life on air. */
  macKey: v.exactOptional(v.string()),
  /** Somebody has promised to tell the host of its listeners at this time. */
  listenersDueAt: v.exactOptional(v.number()),
});
export type SessionItem = v.InferOutput<typeof sessionItemSchema>;

/** What anyone who knows the code may see at this time (epoch ms). */
export const toSession = (item: SessionItem, now: number): Session => ({
  id: item.id,
  code: item.code,
  title: item.title,
  status: item.status,
  rev: item.rev,
  createdAt: item.createdAt,
  liveAt: item.liveAt,
  endedAt: item.endedAt,
  hosted: item.hostConnectionId !== undefined && (item.hostUntil ?? 0) > now,
});
