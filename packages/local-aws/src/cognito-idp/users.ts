import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { array, boolean, type InferOutput, number, object, optional, picklist, record, string } from "valibot";
import type { Clock } from "../http/service.ts";
import type { Storage } from "../storage/storage.ts";
import { computeVerifier, newVerifier } from "./srp.ts";

const factorSchema = picklist(["SMS_MFA", "SOFTWARE_TOKEN_MFA"]);
const userSchema = object({
  /** A random UUID as a rule; the e-mail is an alias of it. */
  username: string(),
  sub: string(),
  email: string(),
  /** Only a verified address is an alias. */
  emailVerified: optional(boolean(), true),
  /** The address to be: until its code is given, the old one stays. */
  pendingEmail: optional(string()),
  /** The number to be, likewise. */
  pendingPhone: optional(string()),
  /** Besides `sub` and e-mail: `name`, `phone_number` and the like, as text. */
  attributes: optional(record(string(), string()), {}),
  salt: string(),
  verifier: string(),
  status: picklist(["UNCONFIRMED", "CONFIRMED", "FORCE_CHANGE_PASSWORD", "RESET_REQUIRED", "EXTERNAL_PROVIDER"]),
  /** Epoch ms. */
  passwordSetAt: number(),
  createdAt: optional(number()),
  /** AdminDisableUser sets it. Absent: false. */
  disabled: optional(boolean()),
  /** The verified authenticator app: its key in base32 and the last time step it was used in. */
  totp: optional(object({ secret: string(), usedStep: number() })),
  /** Second factors that are switched on. */
  factors: optional(array(factorSchema), []),
  preferredFactor: optional(factorSchema),
  /** JSON, of who comes from another provider. */
  identities: optional(string()),
});
const schema = object({ falseIdSecret: string(), users: array(userSchema) });

export type Factor = InferOutput<typeof factorSchema>;
export type User = InferOutput<typeof userSchema>;

export interface NewUser {
  email: string;
  password: string;
  /** The password must be changed at the first sign-in, within seven days. Default false. */
  temporary?: boolean;
}

/** The accounts of the User Pool. */
export interface Users {
  all(): readonly User[];
  /** By username or, letter case aside, by verified e-mail. */
  find(name: string): User | undefined;
  /**
   * Stands in for a user there is none of: the same salt and id each time the same name is asked, and no password that
   * fits, so that nobody learns from the answer who has an account.
   */
  falseUser(name: string): User;
  /** Creates the account, or replaces its password. */
  create(user: NewUser): User;
  add(user: Omit<User, "salt" | "verifier" | "passwordSetAt">, password: string): User;
  update(username: string, change: Partial<User>): User;
  setPassword(username: string, password: string, status: User["status"]): User;
  /** Whether this is the user's password. */
  knows(user: User, password: string): boolean;
  remove(username: string): void;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function createUsers(storage: Storage, clock: Clock, poolName: string): Users {
  const document = storage.document("users", schema, () => ({
    falseIdSecret: randomBytes(32).toString("hex"),
    users: [],
  }));
  const find = (name: string) => {
    const lower = name.toLowerCase();
    const { users } = document.get();
    return (
      users.find(({ username }) => username.toLowerCase() === lower) ??
      users.find(({ email, emailVerified }) => emailVerified && email === lower)
    );
  };
  const without = (username: string) => document.get().users.filter((user) => user.username !== username);
  const save = (user: User): User => {
    document.set({ ...document.get(), users: [...without(user.username), user] });
    return user;
  };
  const known = (username: string): User => {
    const user = find(username);
    if (user === undefined) throw new Error("no such user");
    return user;
  };
  const withPassword = <U extends { username: string }>(user: U, password: string) => ({
    ...user,
    ...newVerifier({ poolName, userId: user.username }, password),
    passwordSetAt: clock.now(),
  });

  return {
    find,
    falseUser(name) {
      const derive = (purpose: string) =>
        createHmac("sha256", document.get().falseIdSecret).update(`${purpose}:${name.toLowerCase()}`).digest("hex");
      const id = derive("id");
      const uuid = `${id.slice(0, 8)}-${id.slice(8, 12)}-4${id.slice(13, 16)}-a${id.slice(17, 20)}-${id.slice(20, 32)}`;
      const username = UUID.test(name) ? name : uuid;
      return {
        username,
        sub: username,
        email: name,
        emailVerified: true,
        attributes: {},
        factors: [],
        ...computeVerifier({ poolName, userId: username }, randomUUID(), derive("salt").slice(0, 32)),
        status: "CONFIRMED",
        passwordSetAt: 0,
      };
    },
    create({ email, password, temporary = false }) {
      const status = temporary ? "FORCE_CHANGE_PASSWORD" : "CONFIRMED";
      const user = find(email) ?? {
        username: randomUUID(),
        sub: randomUUID(),
        email: email.toLowerCase(),
        emailVerified: true,
        attributes: {},
        factors: [],
        createdAt: clock.now(),
      };
      return save({ ...withPassword(user, password), status });
    },
    all: () => document.get().users,
    add: (user, password) => save({ createdAt: clock.now(), ...withPassword(user, password) }),
    update: (username, change) => save({ ...known(username), ...change }),
    setPassword: (username, password, status) => save({ ...withPassword(known(username), password), status }),
    knows({ username, salt, verifier }, password) {
      return computeVerifier({ poolName, userId: username }, password, salt).verifier === verifier;
    },
    remove(username) {
      document.set({ ...document.get(), users: without(username) });
    },
  };
}
