import { randomBytes } from "node:crypto";
import type { Clock } from "../http/service.ts";
import type { Principal } from "./principal.ts";

export interface IssuedCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
  /** Epoch ms; Infinity for the credentials of local-aws's own handlers. */
  expiresAt: number;
}

/** The credentials handed out, and who each makes of its holder. Lost with the process, as sessions are short. */
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
const KEPT_AFTER_EXPIRY_MS = 600_000;

/** `prefix` + letters as in AWS's identifiers: ASIA… for temporary keys, AROA… for roles. */
export const awsIdentifier = (prefix: string): string =>
  prefix + Array.from(randomBytes(16), (byte) => ALPHABET[byte % ALPHABET.length]).join("");

export function createCredentialStore(clock: Clock): CredentialStore {
  const issued = new Map<string, KnownCredentials>();
  return {
    issue(principal, lifeMs) {
      for (const [accessKeyId, { credentials }] of issued) {
        if (credentials.expiresAt + KEPT_AFTER_EXPIRY_MS < clock.now()) issued.delete(accessKeyId);
      }
      const credentials = {
        accessKeyId: awsIdentifier("ASIA"),
        secretAccessKey: randomBytes(30).toString("base64"),
        // Real tokens hold "/", "+" and "=": signers that do not encode them must fail here too.
        sessionToken: `IQoJb3JpZ2luX2VjE/+${randomBytes(240).toString("base64")}/+==`,
        expiresAt: clock.now() + lifeMs,
      };
      issued.set(credentials.accessKeyId, { credentials, principal });
      return credentials;
    },
    find: (accessKeyId) => issued.get(accessKeyId),
    size: () => issued.size,
  };
}
