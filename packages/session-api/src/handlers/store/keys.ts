import * as v from "valibot";

/**
 * The one table's layout. Every read is strongly consistent and by key or by partition (Query); there is no index and no Scan.
 *
 * | pk                | sk                  | item                                                                     |
 * |-------------------|---------------------|--------------------------------------------------------------------------|
 * | `SESSION#<id>`    | `SESSION`           | the session; its host; its channel's name and MAC key                    |
 * | `SESSION#<id>`    | `CHANNEL#<name>`    | one channel: ARN, endpoints and the map of its seats                     |
 * | `SESSION#<id>`    | `CONNECTION#<cid>`  | a socket that is told of the session, with its lease                     |
 * | `CODE#<code>`     | `CODE`              | → session id. Unique by conditional put; valid only if the session has it |
 * | `OWNER#<sub>`     | `<createdAt>#<id>`  | → session id, in order of creation                                       |
 * | `CONNECTION#<cid>`| `CONNECTION`        | → session id, role and seat of a socket                                  |
 * | `CONNECTION#<cid>`| `ERRORS`            | how often a socket was told that what it sent is wrong                   |
 * | `CHANNELS`        | `<name>`            | every channel name ever handed to KVS and not yet deleted: the reaper's list |
 *
 * Items that lead to a session (→) are written before it and removed after it, so a crash leaves at most one that leads
 * nowhere: it is ignored, and removed by `ttl`. `CHANNELS` is written when a session goes live or ends, far below the 1,000
 * writes a second that one partition takes.
 */

export const sessionIdSchema = v.pipe(v.string(), v.regex(/^[a-f0-9]{32}$/));
export const connectionIdSchema = v.pipe(v.string(), v.nonEmpty(), v.maxLength(128));

export interface Key {
  pk: string;
  sk: string;
}

export const sessionKey = (id: string): Key => ({ pk: `SESSION#${id}`, sk: "SESSION" });
export const channelKey = (sessionId: string, name: string): Key => ({
  pk: `SESSION#${sessionId}`,
  sk: `CHANNEL#${name}`,
});
export const MEMBER_PREFIX = "CONNECTION#";
export const memberKey = (sessionId: string, connectionId: string): Key => ({
  pk: `SESSION#${sessionId}`,
  sk: `${MEMBER_PREFIX}${connectionId}`,
});
export const codeKey = (code: string): Key => ({ pk: `CODE#${code}`, sk: "CODE" });
export const ownerKey = (owner: string, createdAt: number, id: string): Key => ({
  pk: `OWNER#${owner}`,
  sk: `${String(createdAt).padStart(15, "0")}#${id}`,
});
export const connectionKey = (connectionId: string): Key => ({ pk: `CONNECTION#${connectionId}`, sk: "CONNECTION" });
export const errorsKey = (connectionId: string): Key => ({ pk: `CONNECTION#${connectionId}`, sk: "ERRORS" });
export const CHANNELS = "CHANNELS";
export const registryKey = (name: string): Key => ({ pk: CHANNELS, sk: name });

/** Epoch seconds, as DynamoDB's TTL wants them. */
export const ttlOf = (epochMs: number): number => Math.ceil(epochMs / 1000);
