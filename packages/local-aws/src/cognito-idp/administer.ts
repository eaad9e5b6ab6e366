import { email as emailFormat, parse, pipe, string, ValiError } from "valibot";
import type { Inbox } from "../control/inbox.ts";
import { LocalAwsError } from "../errors.ts";
import { AwsError } from "../http/service.ts";
import { removeUser } from "./delete-user.ts";
import { checkPassword } from "./password-policy.ts";
import { isDeployed } from "./second-factor.ts";
import type { UserPool } from "./user-pool.ts";
import type { Factor, NewUser, User } from "./users.ts";

/** What an administrator does to one account. */
export interface AccountChange {
  email: string;
  /** AdminCreateUser: makes the account and mails it a temporary password. */
  invite?: { password: string } | undefined;
  /** AdminSetUserPassword: one that need not be changed. */
  password?: string | undefined;
  /** AdminDisableUser, AdminEnableUser. */
  enabled?: boolean | undefined;
  /** AdminUserGlobalSignOut. */
  signOut?: true | undefined;
  /** AdminResetUserPassword: the password is good for nothing any more, and a code is mailed. */
  resetPassword?: true | undefined;
  /** AdminUpdateUserAttributes: a verified phone number. */
  phone?: string | undefined;
  /** AdminSetUserMFAPreference: what is switched on; none is how a lost authenticator app is mended. */
  factors?: readonly Factor[] | undefined;
  /** AdminDeleteUser. */
  remove?: true | undefined;
}

/**
 * Does all that is asked, in the order above. False: there is no such user.
 * @throws LocalAwsError "invalid-user"
 */
export function changeAccount(pool: UserPool, inbox: Inbox, change: AccountChange): boolean {
  const { users, sessions, codes } = pool;
  if (change.invite !== undefined) invite(pool, inbox, change.email, change.invite.password);
  const user = users.find(change.email);
  if (user === undefined) return false;
  if (change.password !== undefined) createUser(pool, { email: change.email, password: change.password });
  const { username } = user;
  if (change.enabled !== undefined) users.update(username, { disabled: !change.enabled });
  if (change.signOut) sessions.revoke((session) => session.username === username);
  if (change.resetPassword) {
    users.update(username, { status: "RESET_REQUIRED" });
    codes.send("reset-password", username, user.email);
  }
  if (change.phone !== undefined) {
    const phone = { phone_number: change.phone, phone_number_verified: "true" };
    users.update(username, { attributes: { ...user.attributes, ...phone } });
  }
  if (change.factors !== undefined) {
    const missing = change.factors.find((factor) => !isDeployed(pool, factor));
    if (missing !== undefined) throw new LocalAwsError("invalid-user", `The User Pool's settings have no ${missing}.`);
    users.update(username, { factors: [...change.factors], preferredFactor: undefined });
  }
  if (change.remove) removeUser(pool, username);
  return true;
}

function invite(pool: UserPool, inbox: Inbox, email: string, password: string): void {
  createUser(pool, { email, password, temporary: true });
  mailInvitation(inbox, pool.users.find(email), password);
}

/** As the pool mails it, which names the account and not its alias. */
export function mailInvitation(inbox: Inbox, user: User | undefined, password: string): void {
  if (user === undefined) return;
  const text = `Your username is ${user.username} and temporary password is ${password}`;
  inbox.push({ to: user.email, channel: "email", subject: "Your temporary password", text, code: null });
}

/**
 * Creates the account with a verified e-mail, or gives it this password.
 * @throws LocalAwsError "invalid-user" when the e-mail or the password is not one the pool takes.
 */
export function createUser({ users }: UserPool, newUser: NewUser): { sub: string } {
  try {
    parse(pipe(string(), emailFormat()), newUser.email);
    checkPassword(newUser.password);
  } catch (cause) {
    if (cause instanceof ValiError || cause instanceof AwsError) {
      throw new LocalAwsError("invalid-user", `${newUser.email}: ${cause.message}`, { cause });
    }
    throw cause;
  }
  const known = users.find(newUser.email);
  const same = known?.status === (newUser.temporary ? "FORCE_CHANGE_PASSWORD" : "CONFIRMED");
  return { sub: same && users.knows(known, newUser.password) ? known.sub : users.create(newUser).sub };
}
