import { createHash, randomBytes, randomUUID } from "node:crypto";
import { userPool } from "@lectern/infra/policies";
import { DAY_MS } from "@lectern/primitives";
import { array, boolean, type InferOutput, number, object, optional, string } from "valibot";
import type { Clock } from "../http/service.ts";
import type { Storage } from "../storage/storage.ts";

const REFRESH_TOKEN_LIFE_MS = userPool.refreshTokenDays * DAY_MS;

const sessionSchema = object({
  /** origin_jti of every token of this sign-in. */
  originJti: string(),
  username: string(),
  /** SHA-256 of the refresh token, hex: the token itself is not kept. */
  refreshTokenHash: string(),
  /** Those before it, where refresh tokens are rotated. */
  replacedHashes: optional(array(string())),
  /** Epoch ms. */
  signedInAt: number(),
  expiresAt: number(),
  revoked: boolean(),
  /** Of its access tokens, where managed login gave one. */
  scope: optional(string()),
});
const schema = array(sessionSchema);

/** One sign-in, from its password to the end of its refresh token. */
export type Session = InferOutput<typeof sessionSchema>;

export interface Sessions {
  start(username: string, scope?: string): { session: Session; refreshToken: string };
  byRefreshToken(token: string): Session | undefined;
  /** Whether a newer one was given in its place. */
  isReplaced(token: string): boolean;
  /** Gives the session another refresh token, in place of the one it had. */
  rotate(session: Session): string;
  byOriginJti(originJti: string): Session | undefined;
  revoke(which: (session: Session) => boolean): void;
}

const newRefreshToken = (): string => randomBytes(96).toString("base64url");

const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");

export function createSessions(storage: Storage, clock: Clock): Sessions {
  const document = storage.document("sessions", schema, () => []);
  return {
    start(username, scope) {
      const refreshToken = newRefreshToken();
      const now = clock.now();
      const session: Session = {
        originJti: randomUUID(),
        username,
        refreshTokenHash: hashOf(refreshToken),
        signedInAt: now,
        expiresAt: now + REFRESH_TOKEN_LIFE_MS,
        revoked: false,
        scope,
      };
      // Kept one life longer than valid, so that a late refresh is told "expired".
      const kept = document.get().filter(({ expiresAt }) => expiresAt + REFRESH_TOKEN_LIFE_MS > now);
      document.set([...kept, session]);
      return { session, refreshToken };
    },
    byRefreshToken(token) {
      const hash = hashOf(token);
      return document.get().find(({ refreshTokenHash }) => refreshTokenHash === hash);
    },
    isReplaced(token) {
      const hash = hashOf(token);
      return document.get().some(({ replacedHashes }) => replacedHashes?.includes(hash));
    },
    rotate({ originJti }) {
      const refreshToken = newRefreshToken();
      document.set(
        document.get().map((session) => {
          if (session.originJti !== originJti) return session;
          const replacedHashes = [...(session.replacedHashes ?? []), session.refreshTokenHash];
          return { ...session, refreshTokenHash: hashOf(refreshToken), replacedHashes };
        }),
      );
      return refreshToken;
    },
    byOriginJti: (originJti) => document.get().find((session) => session.originJti === originJti),
    revoke(which) {
      document.set(document.get().map((session) => (which(session) ? { ...session, revoked: true } : session)));
    },
  };
}
