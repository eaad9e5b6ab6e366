import type { Session, SessionStatus } from "../../contract/index.ts";

/** A session as stored. Never leaves the handlers whole: `toSession` is what may be seen. */
export interface SessionItem {
  id: string;
  code: string;
  title: string;
  status: SessionStatus;
  rev: number;
  /** The speaker's `sub`. */
  owner: string;
  createdAt: number;
  liveAt: number | null;
  endedAt: number | null;
  /** Unused until then, it is gone. */
  expiresAt: number;
  /** The socket that speaks for the session; absent while none does. */
  hostConnectionId?: string;
  /** The host page's own secret: the same page on a new socket is not another page. */
  hostSecret?: string;
  /** Until when the host is taken to be there: renewed by ping, brought forward to now when its socket closes. */
  hostUntil?: number;
  /** The channel of this life on air; present from the first `host` until it ends. */
  channelName?: string;
  /** Base64 of 32 bytes, new with each life on air. */
  macKey?: string;
  /** Somebody has promised to tell the host of its listeners at this time. */
  listenersDueAt?: number;
}

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
