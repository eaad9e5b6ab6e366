import { existsSync, rmSync } from "node:fs";
import { databaseOf, requireUsable } from "../dynamodb/store.ts";
import { LocalAwsError } from "../errors.ts";

/**
 * Forgets a data directory, damaged or not.
 * @throws LocalAwsError "data-in-use", having removed nothing
 */
export async function removeData(dataDirectory: string): Promise<void> {
  if (!existsSync(dataDirectory)) return;
  try {
    await requireUsable(databaseOf(dataDirectory));
  } catch (error) {
    if (error instanceof LocalAwsError && error.code === "data-in-use") throw error;
  }
  rmSync(dataDirectory, { recursive: true });
}
