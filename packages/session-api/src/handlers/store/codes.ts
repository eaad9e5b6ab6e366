import * as v from "valibot";
import { codeKey, sessionIdSchema, sessionKey, ttlOf } from "./keys.ts";
import { sessionItemSchema } from "./session-item.ts";
import type { Table } from "./table.ts";

const codeItemSchema = v.object({ pk: v.string(), sessionId: sessionIdSchema, heldAt: v.number() });

/** A code held this long for a session that does not have it is left over from a request that crashed. */
const ORPHAN_AFTER_MS = 60_000;

/** Which session has which code. A code is held before it is written to the session, and released after another one is. */
export interface Codes {
  find(code: string): Promise<string | null>;
  /** False: another session has it. */
  hold(code: string, sessionId: string, now: number, expiresAt: number): Promise<boolean>;
  release(code: string, sessionId: string): Promise<void>;
}

export function createCodes(table: Table): Codes {
  const isOrphan = async (
    { sessionId, heldAt, pk }: v.InferOutput<typeof codeItemSchema>,
    now: number,
  ): Promise<boolean> => {
    const session = await table.get(sessionKey(sessionId), sessionItemSchema);
    if (session && session.expiresAt > now && codeKey(session.code).pk === pk) return false;
    return now - heldAt > ORPHAN_AFTER_MS;
  };

  return {
    find: async (code) => (await table.get(codeKey(code), codeItemSchema))?.sessionId ?? null,

    async hold(code, sessionId, now, expiresAt) {
      const item = { ...codeKey(code), sessionId, heldAt: now, ttl: ttlOf(expiresAt) };
      const condition = "attribute_not_exists(#pk) OR #sessionId = :holder";
      if (await table.put(item, { condition, values: { holder: sessionId } })) return true;
      const holder = await table.get(codeKey(code), codeItemSchema);
      if (holder && !(await isOrphan(holder, now))) return false;
      return table.put(item, { condition, values: { holder: holder?.sessionId ?? sessionId } });
    },

    async release(code, sessionId) {
      await table.remove(codeKey(code), { condition: "#sessionId = :sessionId", values: { sessionId } });
    },
  };
}
