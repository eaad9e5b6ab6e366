export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** 128 random bits in hex: ids and secrets. */
export const randomHex128 = (): string => toHex(crypto.getRandomValues(new Uint8Array(16)));
