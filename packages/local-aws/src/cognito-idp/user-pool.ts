import { MINUTE_MS } from "@lectern/primitives";
import type { MovableClock } from "../clock.ts";
import type { Inbox } from "../control/inbox.ts";
import { loadSigningKey, type SigningKey } from "../iam/signing-key.ts";
import type { Identifiers } from "../identifiers.ts";
import { createOpaqueTokens, type OpaqueTokens } from "../opaque-tokens.ts";
import type { Settings } from "../settings.ts";
import type { Storage } from "../storage/storage.ts";
import { type Attempts, createAttempts } from "./attempts.ts";
import type { Challenge } from "./challenges.ts";
import { type Codes, createCodes } from "./codes.ts";
import type { PreTokenGeneration } from "./pre-token-generation.ts";
import { createSessions, type Sessions } from "./sessions.ts";
import type { ServerKeys } from "./srp.ts";
import { createTokens, type Tokens } from "./tokens.ts";
import { createUsers, type User, type Users } from "./users.ts";

/** Cognito's default AuthSessionValidity; the secret block is given the same. */
const CHALLENGE_LIFE_MS = 3 * MINUTE_MS;

/** An SRP exchange between InitiateAuth and PASSWORD_VERIFIER. */
export interface SrpExchange {
  /** Or a false one: it takes the same steps in the same time, to the same refusal. */
  user: User;
  A: bigint;
  keys: ServerKeys;
}

/** The User Pool: what its operations work on. */
export interface UserPool {
  clock: MovableClock;
  settings: Settings;
  userPoolId: string;
  clientId: string;
  /** What follows "_" in the pool id: part of every SRP hash. */
  poolName: string;
  key: SigningKey;
  users: Users;
  sessions: Sessions;
  tokens: Tokens;
  attempts: Attempts;
  /** By secret block. */
  exchanges: OpaqueTokens<SrpExchange>;
  /** By Session. */
  challenges: OpaqueTokens<Challenge>;
  codes: Codes;
  /** By username: keys of authenticator apps that are not verified yet. */
  newTotpSecrets: Map<string, string>;
}

export interface UserPoolOptions {
  clock: MovableClock;
  settings: Settings;
  inbox: Inbox;
  storage: Storage;
  identifiers: Identifiers;
  preTokenGeneration: PreTokenGeneration;
}

/** @throws LocalAwsError "corrupt-data" */
export async function createUserPool(options: UserPoolOptions): Promise<UserPool> {
  const { clock, settings, inbox, storage, identifiers, preTokenGeneration } = options;
  const { userPoolId, clientId } = identifiers;
  const key = await loadSigningKey(storage, "user-pool-key");
  const poolName = userPoolId.slice(userPoolId.indexOf("_") + 1);
  return {
    clock,
    settings,
    userPoolId,
    clientId,
    poolName,
    key,
    users: createUsers(storage, clock, poolName),
    sessions: createSessions(storage, clock),
    tokens: createTokens({ clock, key, userPoolId, clientId, preTokenGeneration }),
    attempts: createAttempts(clock),
    exchanges: createOpaqueTokens(clock, CHALLENGE_LIFE_MS, 256),
    challenges: createOpaqueTokens(clock, CHALLENGE_LIFE_MS, 192),
    codes: createCodes(clock, inbox),
    newTotpSecrets: new Map(),
  };
}
