import * as v from "valibot";
import { type Session, sessionSchema } from "../../contract/index.ts";
import { connectionIdSchema, sessionIdSchema } from "./keys.ts";

/** A session as stored. Only `toSession` of it may leave the handlers. */
export const sessionItemSchema = v.object({
  ...v.omit(sessionSchema, ["hosted"]).entries,
  id: sessionIdSchema,
  /** The speaker's `sub`. */
  owner: v.string(),
  /** From then on it counts as deleted; `Sessions.touch` puts it off. */
  expiresAt: v.number(),
  /** The host's socket; absent while there is none. */
  hostConnectionId: v.exactOptional(connectionIdSchema),
  /** By which the host's page is recognised on a new socket. */
  hostSecret: v.exactOptional(v.string()),
  /** The end of the host's lease: renewed by ping, set to now when its socket closes. */
  hostUntil: v.exactOptional(v.number()),
  /** Present from the first `host` until the session ends. */
  channelName: v.exactOptional(v.string()),
  /** Base64 of 32 bytes, new with each channel. */
  macKey: v.exactOptional(v.string()),
  /** When a handler will send the host its listeners' numbers. */
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
