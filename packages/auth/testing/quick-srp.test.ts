import { expect, it } from "vitest";
import { LibraryNumber, slowModPow } from "./quick-srp.ts";

const number = (digits: string) => new LibraryNumber(digits, 16);

it.each([
  ["2", "0123456789abcdef".repeat(6), "f".repeat(96)],
  ["fedcba9876543210".repeat(12), "abc", `${"e".repeat(95)}f`],
  // What the library gets when it takes the password's part from the server's number.
  ["-fedcba9876543210", "10001", `${"d".repeat(63)}1`],
])("raises %s as the library does", (base, exponent, modulus) => {
  const heard: string[] = [];
  const hear = (_: null, power: LibraryNumber) => heard.push(power.toString(16));
  number(base).modPow(number(exponent), number(modulus), hear);
  slowModPow.call(number(base), number(exponent), number(modulus), hear);
  expect(heard).toHaveLength(2);
  expect(heard[0]).toBe(heard[1]);
});
