import { AwsError } from "../http/service.ts";
import type { UserPool } from "./user-pool.ts";

export const aliasExists = (): AwsError =>
  new AwsError("AliasExistsException", "An account with the email already exists.");

/** Whoever had the address as an alias has it no more. */
export function takeAlias({ users }: UserPool, email: string): void {
  const holder = users.find(email);
  if (holder !== undefined) users.update(holder.username, { emailVerified: false });
}
