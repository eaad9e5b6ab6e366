import { randomBytes } from "node:crypto";
import { MINUTE_MS } from "@lectern/primitives";
import { createExpiringMap } from "../expiring-map.ts";
import type { Clock } from "../http/service.ts";
import type { Principal } from "./principal.ts";

export interface IssuedCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  /** Epoch ms; Infinity for the credentials of local-aws's own handlers. */
  expiresAt: number;
}

/** The credentials handed out, and who each makes of its holder. Kept in memory only: after a restart pages ask for new ones. */
export interface CredentialStore {
  issue(principal: Principal, lifeMs: number): IssuedCredentials;
  find(accessKeyId: string): KnownCredentials | undefined;
  /** How many it remembers, those that ended lately included. */
  size(): number;
}

export interface KnownCredentials {
  /** Without a session token they are a user's own, which only AWS's published test vectors are. */
  credentials: Omit<IssuedCredentials, "sessionToken"> & { sessionToken: string | undefined };
  principal: Principal;
}

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
/** So long after its end its holder is told "expired"; then "unknown", by the same status. */
const REMEMBERED_MS = 10 * MINUTE_MS;

/** `prefix` + letters as in AWS's identifiers: ASIA… for temporary keys, AROA… for roles. */
export const awsIdentifier = (prefix: string): string =>
  prefix + Array.from(randomBytes(16), (byte) => ALPHABET[byte % ALPHABET.length]).join("");

export function createCredentialStore(clock: Clock): CredentialStore {
  const issued = createExpiringMap<KnownCredentials>(clock, REMEMBERED_MS);
  return {
    issue(principal, lifeMs) {
      const credentials = {
        accessKeyId: awsIdentifier("ASIA"),
        secretAccessKey: randomBytes(30).toString("base64"),
        // Real tokens hold "/", "+" and "=": signers that do not encode them must fail here too.
        sessionToken: `IQoJb3JpZ2luX2VjE/+${randomBytes(240).toString("base64")}/+==`,
        expiresAt: clock.now() + lifeMs,
      };
      issued.set(credentials.accessKeyId, { credentials, principal }, lifeMs);
      return credentials;
    },
    find(accessKeyId) {
      const found = issued.get(accessKeyId);
      return found.status === "unknown" ? undefined : found.value;
    },
    size: issued.size,
  };
}
