/**
 * For the unit tests that load scripts/unit/setup.ts: amazon-cognito-identity-js has big numbers of its own, with which a sign-in takes a third of a second of
 * processor time. The engine's compute the same in a hundredth. The browser tests sign in with the library's.
 */
import { createRequire } from "node:module";

export interface LibraryNumber {
  toString(radix: 16): string;
  modPow(exponent: LibraryNumber, modulus: LibraryNumber, callback: (error: null, power: LibraryNumber) => void): void;
}

const require = createRequire(import.meta.url);
export const LibraryNumber: new (digits: string, radix: 16) => LibraryNumber =
  require("amazon-cognito-identity-js/lib/BigInteger.js").default;

/** As the library has it. */
export const slowModPow: LibraryNumber["modPow"] = LibraryNumber.prototype.modPow;

function toBigInt(number: LibraryNumber): bigint {
  const digits = number.toString(16);
  return digits.startsWith("-") ? -BigInt(`0x${digits.slice(1)}`) : BigInt(`0x${digits}`);
}

LibraryNumber.prototype.modPow = function (this: LibraryNumber, exponent, modulus, callback) {
  const m = toBigInt(modulus);
  let square = ((toBigInt(this) % m) + m) % m;
  let power = 1n;
  for (let rest = toBigInt(exponent); rest > 0n; rest >>= 1n) {
    if (rest & 1n) power = (power * square) % m;
    square = (square * square) % m;
  }
  callback(null, new LibraryNumber(power.toString(16), 16));
} satisfies LibraryNumber["modPow"];
