import { type KeyValueStorage, openStoredItem } from "@lectern/primitives";
import * as v from "valibot";

const schema = v.pipe(v.string(), v.parseJson(), v.object({ email: v.string(), username: v.string() }));
type PendingSignUp = v.InferOutput<typeof schema>;

/**
 * The account that waits for its code. Its e-mail signs in only once it is verified; until then that takes its random
 * username, which is kept here, beyond a reload. On another device one has to sign up again.
 */
export interface PendingSignUpStore {
  /** The one of this address (in small letters), or the latest. */
  find(email?: string): PendingSignUp | null;
  keep(pending: PendingSignUp): void;
  forget(): void;
}

export function openPendingSignUp(key: string, storage: KeyValueStorage | null): PendingSignUpStore {
  const item = openStoredItem(key, storage);
  const kept = v.safeParse(schema, item.read());
  // Where storage is forbidden or full, it lasts as long as the page.
  let held: PendingSignUp | null = kept.success ? kept.output : null;
  return {
    find: (email) => (email === undefined || held?.email === email ? held : null),
    keep(pending) {
      held = pending;
      item.write(JSON.stringify(pending));
    },
    forget() {
      held = null;
      item.remove();
    },
  };
}
