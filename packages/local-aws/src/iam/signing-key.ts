import { createPrivateKey, generateKeyPairSync, randomUUID } from "node:crypto";
import { type CryptoKey, importJWK, type JWK } from "jose";
import { object, parse, string } from "valibot";
import { LocalAwsError } from "../errors.ts";
import type { Storage } from "../storage/storage.ts";

const schema = object({
  kty: string(),
  kid: string(),
  n: string(),
  e: string(),
  d: string(),
  p: string(),
  q: string(),
  dp: string(),
  dq: string(),
  qi: string(),
});

/** An RS256 key pair that lives as long as the data directory; without one, as long as the process. */
export interface SigningKey {
  kid: string;
  privateKey: CryptoKey;
  publicKey: CryptoKey;
  /** As published in a JWK set. */
  publicJwk: JWK;
}

const PEM = {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
} as const;

/**
 * By way of PEM: Node 20 stands still for ever when a key object is exported as JWK and garbage collection meets the job
 * that generated it, for both want the key's one lock.
 */
const generateRsaKey = (): JWK =>
  createPrivateKey(generateKeyPairSync("rsa", PEM).privateKey).export({ format: "jwk" });

const generate = () => parse(schema, { ...generateRsaKey(), kid: randomUUID() });

/** By name. A key takes a tenth of a second to make, and one process may start many stand-ins that keep nothing. */
const unkept = new Map<string, ReturnType<typeof generate>>();

function generateUnkept(name: string): ReturnType<typeof generate> {
  const key = unkept.get(name) ?? generate();
  unkept.set(name, key);
  return key;
}

async function importKey(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, "RS256");
  if (key instanceof Uint8Array) throw new TypeError("an RSA key was expected");
  return key;
}

/** @throws LocalAwsError "corrupt-data" */
export async function loadSigningKey(storage: Storage, name: string): Promise<SigningKey> {
  const stored = storage.document(name, schema, storage.isKept ? generate : () => generateUnkept(name)).get();
  const { kty, kid, n, e } = stored;
  const publicJwk = { kty, kid, n, e, alg: "RS256", use: "sig" };
  try {
    const [privateKey, publicKey] = await Promise.all([importKey(stored), importKey(publicJwk)]);
    return { kid, privateKey, publicKey, publicJwk };
  } catch (cause) {
    const message = `${name}.json cannot be read: it is no RSA key. Remove it, or start with fresh data.`;
    throw new LocalAwsError("corrupt-data", message, { cause });
  }
}
