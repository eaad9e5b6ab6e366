import { createHmac, randomBytes, randomUUID } from "node:crypto";
import { array, boolean, type InferOutput, number, object, optional, picklist, string } from "valibot";
import type { Clock } from "../http/service.ts";
import type { Storage } from "../storage/storage.ts";
import { computeVerifier, newVerifier } from "./srp.ts";

const userSchema = object({
  /** A random UUID; the e-mail is an alias of it. */
  username: string(),
  sub: string(),
  email: string(),
  salt: string(),
  verifier: string(),
  status: picklist(["CONFIRMED", "FORCE_CHANGE_PASSWORD"]),
  /** Epoch ms. */
  passwordSetAt: number(),
  /** AdminDisableUser sets it. Absent: false. */
  disabled: optional(boolean()),
});
const schema = object({ falseIdSecret: string(), users: array(userSchema) });

export type User = InferOutput<typeof userSchema>;

export interface NewUser {
  email: string;
  password: string;
  /** The password must be changed at the first sign-in, within seven days. Default false. */
  temporary?: boolean;
}

/** The accounts of the User Pool. */
export interface Users {
  /** By username or, letter case aside, by e-mail. */
  find(name: string): User | undefined;
  /**
   * Stands in for a user there is none of: the same salt and id each time the same name is asked, and no password that
   * fits, so that nobody learns from the answer who has an account.
   */
  falseUser(name: string): User;
  /** Creates the account, or replaces its password. */
  create(user: NewUser): User;
  setDisabled(username: string, disabled: boolean): void;
  setPassword(username: string, password: string, status: User["status"]): User;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function createUsers(storage: Storage, clock: Clock, poolName: string): Users {
  const document = storage.document("users", schema, () => ({
    falseIdSecret: randomBytes(32).toString("hex"),
    users: [],
  }));
  const find = (name: string) => {
    const lower = name.toLowerCase();
    return document.get().users.find(({ username, email }) => username === lower || email === lower);
  };
  const save = (user: User): User => {
    const { falseIdSecret, users } = document.get();
    document.set({ falseIdSecret, users: [...users.filter(({ username }) => username !== user.username), user] });
    return user;
  };
  const withPassword = (user: Omit<User, "salt" | "verifier" | "status" | "passwordSetAt">, password: string) => ({
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
        ...computeVerifier({ poolName, userId: username }, randomUUID(), derive("salt").slice(0, 32)),
        status: "CONFIRMED",
        passwordSetAt: 0,
      };
    },
    create({ email, password, temporary = false }) {
      const status = temporary ? "FORCE_CHANGE_PASSWORD" : "CONFIRMED";
      const user = find(email) ?? { username: randomUUID(), sub: randomUUID(), email: email.toLowerCase() };
      return save({ ...withPassword(user, password), status });
    },
    setDisabled(username, disabled) {
      const user = find(username);
      if (user !== undefined) save({ ...user, disabled });
    },
    setPassword(username, password, status) {
      const user = find(username);
      if (user === undefined) throw new Error("no such user");
      return save({ ...withPassword(user, password), status });
    },
  };
}
