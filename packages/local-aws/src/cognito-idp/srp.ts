import { createHash, createHmac, getDiffieHellman, randomBytes } from "node:crypto";

/** The server's half of SRP-6a as Cognito speaks it: the 3072-bit group of RFC 3526, g = 2, SHA-256. */
const N_HEX = getDiffieHellman("modp15").getPrime("hex");
const N = BigInt(`0x${N_HEX}`);
const G = 2n;

const sha256 = (...parts: (Buffer | string)[]): Buffer => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const toBigInt = (bytes: Buffer): bigint => BigInt(`0x${bytes.toString("hex")}`);
export const hexToBigInt = (hex: string): bigint => BigInt(`0x${hex}`);

/** Minimal two's-complement bytes: a leading zero byte when the highest bit is set. */
export function pad(value: bigint): Buffer {
  const hex = value.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, "hex");
}

const K = toBigInt(sha256(pad(N), pad(G)));

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base % N;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * square) % N;
    square = (square * square) % N;
  }
  return result;
}

export interface Identity {
  /** What follows "_" in the pool id. */
  poolName: string;
  /** USER_ID_FOR_SRP. */
  userId: string;
}

/** What is stored of a password, hex: nothing from which it can be read. */
export interface Verifier {
  salt: string;
  verifier: string;
}

/** v = g^x, x = H(pad(salt) ‖ H(poolName ‖ userId ‖ ":" ‖ password)). */
export function computeVerifier({ poolName, userId }: Identity, password: string, salt: string): Verifier {
  const x = toBigInt(sha256(pad(hexToBigInt(salt)), sha256(`${poolName}${userId}:${password}`)));
  return { salt, verifier: power(G, x).toString(16) };
}

export const newVerifier = (identity: Identity, password: string): Verifier =>
  computeVerifier(identity, password, randomBytes(16).toString("hex"));

/** A of zero modulo N would make the shared secret known to anybody. */
export const isUsablePublicValue = (a: bigint): boolean => a % N !== 0n;

export interface ServerKeys {
  /** The server's secret exponent. */
  b: bigint;
  /** SRP_B. */
  B: bigint;
}

/** B = k·v + g^b mod N. @param b for test vectors; default random. */
export function newServerKeys(verifier: string, b: bigint = toBigInt(randomBytes(32))): ServerKeys {
  return { b, B: (K * hexToBigInt(verifier) + power(G, b)) % N };
}

/** HKDF of S = (A·v^u)^b under u: the 16 bytes both sides must share. */
export function sessionKey(A: bigint, { b, B }: ServerKeys, verifier: string): Buffer {
  const u = toBigInt(sha256(pad(A), pad(B)));
  const S = power(A * power(hexToBigInt(verifier), u), b);
  const extracted = createHmac("sha256", pad(u)).update(pad(S)).digest();
  return createHmac("sha256", extracted).update("Caldera Derived Key\u0001").digest().subarray(0, 16);
}

/** PASSWORD_CLAIM_SIGNATURE. */
export const claimSignature = (
  key: Buffer,
  { poolName, userId }: Identity,
  secretBlock: Buffer,
  timestamp: string,
): Buffer => createHmac("sha256", key).update(poolName).update(userId).update(secretBlock).update(timestamp).digest();
