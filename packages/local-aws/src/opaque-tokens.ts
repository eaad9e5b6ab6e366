import { randomBytes } from "node:crypto";
import { createExpiringMap, type ExpiringMap } from "./expiring-map.ts";
import type { Clock } from "./http/service.ts";

/** Unguessable tokens that stand for something kept here: Cognito's Session, an authorization code, a cookie. */
export interface OpaqueTokens<T> {
  issue(value: T): string;
  /** What the token stands for; the token stays good. */
  read: ExpiringMap<T>["get"];
  /** The same, and the token is good no more. */
  redeem: ExpiringMap<T>["get"];
}

/** @param bytes - random ones, of which a token is the base64 */
export function createOpaqueTokens<T>(clock: Clock, lifeMs: number, bytes: number): OpaqueTokens<T> {
  const values = createExpiringMap<T>(clock, lifeMs);
  return {
    issue(value) {
      const token = randomBytes(bytes).toString("base64");
      values.set(token, value, lifeMs);
      return token;
    },
    read: values.get,
    redeem(token) {
      const found = values.get(token);
      values.delete(token);
      return found;
    },
  };
}
