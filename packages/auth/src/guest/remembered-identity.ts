import * as v from "valibot";

const KEY = "lectern.guest-identity";
const schema = v.object({ identityPoolId: v.string(), identityId: v.pipe(v.string(), v.regex(/^[\w-]+:[\w-]+$/)) });

/** A guest's identity id, kept across visits because GetId has the lowest quota: 25 a second for a whole AWS account. */
export interface RememberedIdentity {
  recall(): string | null;
  remember(identityId: string): void;
  forget(): void;
}

/** Where storage is forbidden, full or damaged, the identity is kept as long as the page is open. */
export function createRememberedIdentity(
  identityPoolId: string,
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem"> | null,
): RememberedIdentity {
  let current: string | null = null;
  const tolerate = <T>(access: () => T): T | undefined => {
    try {
      return access();
    } catch {
      return undefined;
    }
  };
  return {
    recall() {
      if (current !== null) return current;
      const kept = v.safeParse(
        schema,
        tolerate(() => JSON.parse(storage?.getItem(KEY) ?? "null")),
      );
      if (kept.success && kept.output.identityPoolId === identityPoolId) current = kept.output.identityId;
      return current;
    },
    remember(identityId) {
      current = identityId;
      tolerate(() => storage?.setItem(KEY, JSON.stringify({ identityPoolId, identityId })));
    },
    forget() {
      current = null;
      tolerate(() => storage?.removeItem(KEY));
    },
  };
}
