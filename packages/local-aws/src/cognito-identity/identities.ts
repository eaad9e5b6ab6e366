import { randomUUID } from "node:crypto";
import { array, type InferOutput, object, record, string } from "valibot";
import { REGION } from "../identifiers.ts";
import type { Storage } from "../storage/storage.ts";

const identitySchema = object({
  /** `region:guid`. */
  identityId: string(),
  /** Provider → sub. Once it holds one, the identity can never be a guest again. */
  logins: record(string(), string()),
});
const schema = array(identitySchema);

export type Identity = InferOutput<typeof identitySchema>;

/** The oldest guests over this number are forgotten, so that months of listeners do not pile up. */
const GUESTS_KEPT = 1000;

export interface Identities {
  find(identityId: string): Identity | undefined;
  findByLogin(provider: string, sub: string): Identity | undefined;
  create(logins?: Readonly<Record<string, string>>): Identity;
  link(identity: Identity, provider: string, sub: string): Identity;
  size(): number;
}

const isGuest = ({ logins }: Identity): boolean => Object.keys(logins).length === 0;

export function createIdentities(storage: Storage): Identities {
  const document = storage.document("identities", schema, () => []);
  const byId = new Map(document.get().map((identity) => [identity.identityId, identity]));
  const save = (identity: Identity): Identity => {
    byId.set(identity.identityId, identity);
    const guests = [...byId.values()].filter(isGuest);
    for (const { identityId } of guests.slice(0, Math.max(0, guests.length - GUESTS_KEPT))) byId.delete(identityId);
    document.set([...byId.values()]);
    return identity;
  };
  return {
    size: () => byId.size,
    find: (identityId) => byId.get(identityId),
    findByLogin: (provider, sub) => [...byId.values()].find(({ logins }) => logins[provider] === sub),
    create: (logins = {}) => save({ identityId: `${REGION}:${randomUUID()}`, logins: { ...logins } }),
    link: (identity, provider, sub) => save({ ...identity, logins: { ...identity.logins, [provider]: sub } }),
  };
}
