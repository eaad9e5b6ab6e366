import { DAY_MS } from "@lectern/primitives";
import * as v from "valibot";
import { randomHex128 } from "../../hex.ts";
import { refuse } from "../refusals.ts";
import { createCode } from "../session-code.ts";
import { createCodes } from "./codes.ts";
import { codeKey, ownerKey, sessionIdSchema, sessionKey, ttlOf } from "./keys.ts";
import { type SessionItem, sessionItemSchema } from "./session-item.ts";
import type { Table } from "./table.ts";

/** A session is removed when nobody has hosted it for this long. */
export const UNUSED_SESSION_MS = 90 * DAY_MS;
/** Of one speaker, who may delete some. Two created at once may be one more. */
export const SESSIONS_AT_MOST = 100;
/** Of 2.8 × 10¹² codes; one may be taken all the same. */
const CODE_ATTEMPTS = 5;
/** A failed attempt means that somebody else changed the session in that moment. */
const CHANGE_ATTEMPTS = 10;

type Change = Partial<Pick<SessionItem, "title" | "status" | "code" | "liveAt" | "endedAt">>;

/** How a session is to be changed. */
export interface Decision {
  /** Empty: nothing is written, and `rev` stays. */
  change: Change;
  /** Also removes the host, the channel and the MAC key. */
  offAir?: boolean;
  /** Must hold as well when the change is written; the session's `rev` is compared in any case. */
  condition?: string;
  values?: Record<string, unknown>;
}

export interface Sessions {
  /** @throws SessionApiError too-many-sessions, unavailable */
  create(owner: string, title: string, now: number): Promise<SessionItem>;
  /** @throws SessionApiError session-not-found */
  findByCode(code: string | null, now: number): Promise<SessionItem>;
  /** The same, if its owner is this one. @throws SessionApiError session-not-found, forbidden */
  findOwn(code: string | null, owner: string, now: number): Promise<SessionItem>;
  /** Which session the code leads to. The caller must check that the session has this code, for it may have a new one. */
  findId(code: string): Promise<string | null>;
  get(id: string, now: number): Promise<SessionItem | null>;
  listByOwner(owner: string, now: number): Promise<SessionItem[]>;
  /**
   * Reads the session, lets `decide` choose the change, and writes it with the next `rev`; if the session has changed
   * meanwhile, starts again. For what listeners see. @throws what `decide` throws; session-not-found; unavailable
   */
  change(
    id: string,
    now: number,
    decide: (session: SessionItem) => Decision,
  ): Promise<{ session: SessionItem; before: SessionItem; changed: boolean }>;
  holdCode(session: SessionItem, code: string, now: number): Promise<boolean>;
  /** A new random code. @throws SessionApiError unavailable */
  holdNewCode(session: SessionItem, now: number): Promise<string>;
  releaseCode(session: SessionItem, code: string): Promise<void>;
  /** Puts the session's removal off to 90 days from now. */
  touch(session: SessionItem, now: number): Promise<void>;
  remove(session: SessionItem): Promise<void>;
}

/** DynamoDB may leave a pointer for days after its `ttl`. */
const pointerSchema = v.object({ sessionId: sessionIdSchema, ttl: v.number() });

export function createSessions(table: Table): Sessions {
  const codes = createCodes(table);

  const get = async (id: string, now: number): Promise<SessionItem | null> => {
    const session = await table.get(sessionKey(id), sessionItemSchema);
    return session && session.expiresAt > now ? session : null;
  };

  const findByCode = async (code: string | null, now: number): Promise<SessionItem> => {
    const id = code && (await codes.find(code));
    const session = id ? await get(id, now) : null;
    if (session?.code !== code || !session) throw refuse("session-not-found");
    return session;
  };

  const holdNewCode = async (id: string, now: number, expiresAt: number): Promise<string> => {
    for (let attempt = 0; attempt < CODE_ATTEMPTS; attempt++) {
      const code = createCode();
      if (await codes.hold(code, id, now, expiresAt)) return code;
    }
    throw refuse("unavailable", "No free code was found.");
  };

  const pointersOf = async (owner: string, now: number) =>
    (await table.query(`OWNER#${owner}`, pointerSchema, { newestFirst: true })).filter(({ ttl }) => ttl > now / 1000);

  return {
    get,
    findId: codes.find,
    async create(owner, title, now) {
      if ((await pointersOf(owner, now)).length >= SESSIONS_AT_MOST) throw refuse("too-many-sessions");
      const id = randomHex128();
      const expiresAt = now + UNUSED_SESSION_MS;
      const code = await holdNewCode(id, now, expiresAt);
      const ttl = ttlOf(expiresAt);
      const session: SessionItem = {
        id,
        code,
        title,
        status: "waiting",
        rev: 1,
        owner,
        createdAt: now,
        liveAt: null,
        endedAt: null,
        expiresAt,
      };
      await table.put({ ...ownerKey(owner, now, id), sessionId: id, ttl });
      await table.put({ ...sessionKey(id), ...session, ttl });
      return session;
    },

    findByCode,
    async findOwn(code, owner, now) {
      const session = await findByCode(code, now);
      if (session.owner !== owner) throw refuse("forbidden");
      return session;
    },

    async listByOwner(owner, now) {
      const pointers = await pointersOf(owner, now);
      const ids = [...new Set(pointers.map(({ sessionId }) => sessionId))];
      const sessions = await table.getMany(ids.map(sessionKey), sessionItemSchema);
      const byId = new Map(sessions.map((session) => [session.id, session]));
      return ids.flatMap((id) => byId.get(id) ?? []).filter(({ expiresAt }) => expiresAt > now);
    },

    async change(id, now, decide) {
      for (let attempt = 0; attempt < CHANGE_ATTEMPTS; attempt++) {
        const before = await get(id, now);
        if (!before) throw refuse("session-not-found");
        const { change, offAir = false, condition, values } = decide(before);
        const names = Object.keys(change);
        if (names.length === 0) return { session: before, before, changed: false };
        const sets = [...names.map((name) => `#${name} = :${name}`), "#rev = :next"].join(", ");
        const removes = offAir ? " REMOVE #hostConnectionId, #hostSecret, #hostUntil, #channelName, #macKey" : "";
        const session = await table.update(sessionKey(id), sessionItemSchema, {
          update: `SET ${sets}${removes}`,
          condition: condition ? `#rev = :rev AND (${condition})` : "#rev = :rev",
          values: { ...values, ...change, rev: before.rev, next: before.rev + 1 },
        });
        if (session) return { session, before, changed: true };
      }
      throw refuse("unavailable", "The session is changing too fast.");
    },

    holdCode: (session, code, now) => codes.hold(code, session.id, now, session.expiresAt),
    holdNewCode: (session, now) => holdNewCode(session.id, now, session.expiresAt),
    releaseCode: (session, code) => codes.release(code, session.id),

    async touch({ id, code, owner, createdAt, expiresAt: was }, now) {
      const expiresAt = now + UNUSED_SESSION_MS;
      // Once a day is enough, and saves three writes at most reconnects.
      if (expiresAt - was < DAY_MS) return;
      const condition = "attribute_exists(#pk)";
      const values = { expiresAt, ttl: ttlOf(expiresAt) };
      const { ttl } = values;
      await Promise.all([
        table.change(sessionKey(id), { update: "SET #expiresAt = :expiresAt, #ttl = :ttl", condition, values }),
        table.change(codeKey(code), { update: "SET #ttl = :ttl", condition, values: { ttl } }),
        table.change(ownerKey(owner, createdAt, id), { update: "SET #ttl = :ttl", condition, values: { ttl } }),
      ]);
    },

    async remove({ id, code, owner, createdAt }) {
      await table.remove(sessionKey(id));
      await Promise.all([codes.release(code, id), table.remove(ownerKey(owner, createdAt, id))]);
    },
  };
}
