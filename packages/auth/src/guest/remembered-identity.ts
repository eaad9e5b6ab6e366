import { type KeyValueStorage, openStoredItem } from "@lectern/primitives";
import * as v from "valibot";

const KEY = "lectern.guest-identity";
const schema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ identityPoolId: v.string(), identityId: v.pipe(v.string(), v.regex(/^[\w-]+:[\w-]+$/)) }),
);

/** A guest's identity id, kept across visits because GetId has the lowest quota: 25 a second for a whole AWS account. */
export interface RememberedIdentity {
  recall(): string | null;
  remember(identityId: string): void;
  forget(): void;
}

/** Where storage is forbidden, full or damaged, the identity is kept as long as the page is open. */
export function createRememberedIdentity(identityPoolId: string, storage?: KeyValueStorage): RememberedIdentity {
  const item = openStoredItem(KEY, storage);
  let current: string | null = null;
  return {
    recall() {
      if (current !== null) return current;
      const kept = v.safeParse(schema, item.read());
      if (kept.success && kept.output.identityPoolId === identityPoolId) current = kept.output.identityId;
      return current;
    },
    remember(identityId) {
      current = identityId;
      item.write(JSON.stringify({ identityPoolId, identityId }));
    },
    forget() {
      current = null;
      item.remove();
    },
  };
}
