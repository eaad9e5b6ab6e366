import { email, parse, pipe, string, ValiError } from "valibot";
import type { MovableClock } from "../clock.ts";
import { LocalAwsError } from "../errors.ts";
import { AwsError } from "../http/service.ts";
import { loadSigningKey, type SigningKey } from "../iam/signing-key.ts";
import type { Identifiers } from "../identifiers.ts";
import type { Settings } from "../settings.ts";
import type { Storage } from "../storage/storage.ts";
import { type Attempts, createAttempts } from "./attempts.ts";
import { createOnce, type Once } from "./once.ts";
import { checkPassword } from "./password-policy.ts";
import type { PreTokenGeneration } from "./pre-token-generation.ts";
import { createSessions, type Sessions } from "./sessions.ts";
import { computeVerifier, type ServerKeys } from "./srp.ts";
import { createTokens, type Tokens } from "./tokens.ts";
import { createUsers, type NewUser, type User, type Users } from "./users.ts";

/** Cognito's default AuthSessionValidity; the secret block is given the same. */
const CHALLENGE_LIFE_MS = 3 * 60_000;

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
  exchanges: Once<SrpExchange>;
  /** By Session: usernames that proved a temporary password. */
  newPasswordSessions: Once<string>;
  settings: Pick<Settings, "client">;
}

export interface UserPoolOptions {
  clock: MovableClock;
  storage: Storage;
  identifiers: Identifiers;
  preTokenGeneration: PreTokenGeneration;
  settings: Pick<Settings, "client">;
}

/** @throws LocalAwsError "corrupt-data" */
export async function createUserPool(options: UserPoolOptions): Promise<UserPool> {
  const { clock, storage, identifiers, preTokenGeneration, settings } = options;
  const { userPoolId, clientId } = identifiers;
  const key = await loadSigningKey(storage, "user-pool-key");
  const poolName = userPoolId.slice(userPoolId.indexOf("_") + 1);
  return {
    clock,
    userPoolId,
    clientId,
    poolName,
    key,
    users: createUsers(storage, clock, poolName),
    sessions: createSessions(storage, clock),
    tokens: createTokens({ clock, key, userPoolId, clientId, preTokenGeneration }),
    attempts: createAttempts(clock),
    exchanges: createOnce(clock, CHALLENGE_LIFE_MS, 256),
    newPasswordSessions: createOnce(clock, CHALLENGE_LIFE_MS, 192),
    settings,
  };
}

/** AdminDisableUser, AdminEnableUser, AdminUserGlobalSignOut. False: there is no such user. */
export function changeAccount(
  { users, sessions }: UserPool,
  change: { email: string; enabled?: boolean | undefined; signOut?: boolean | undefined },
): boolean {
  const user = users.find(change.email);
  if (user === undefined) return false;
  if (change.enabled !== undefined) users.setDisabled(user.username, !change.enabled);
  if (change.signOut) sessions.revoke(({ username }) => username === user.username);
  return true;
}

/**
 * What an administrator does with AdminCreateUser: creates the account with a verified e-mail, or gives it this password.
 * @throws LocalAwsError "invalid-user" when the e-mail or the password is not one the pool takes.
 */
export function createUser({ users, poolName }: UserPool, newUser: NewUser): { sub: string } {
  try {
    parse(pipe(string(), email()), newUser.email);
    checkPassword(newUser.password);
  } catch (cause) {
    if (cause instanceof ValiError || cause instanceof AwsError) {
      throw new LocalAwsError("invalid-user", `${newUser.email}: ${cause.message}`, cause);
    }
    throw cause;
  }
  const known = users.find(newUser.email);
  if (known?.status === (newUser.temporary ? "FORCE_CHANGE_PASSWORD" : "CONFIRMED")) {
    const { verifier } = computeVerifier({ poolName, userId: known.username }, newUser.password, known.salt);
    if (verifier === known.verifier) return { sub: known.sub };
  }
  return { sub: users.create(newUser).sub };
}
