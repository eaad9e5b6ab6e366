/**
 * The ClientId of a seat (design §1.7): `s-<seatId>-<expiry>-<mac>`.
 * seatId: 128 random bits, hex, the same for the seat's whole life, so a peer can be recognised when its ClientId is renewed.
 * expiry: until when a peer may *begin* under this id, epoch seconds in base 36.
 * mac: HMAC-SHA-256 over `channelArn|seatId|expiry`, first 128 bits, hex.
 * Fits KVS's `[a-zA-Z0-9_.-]{1,256}` and does not start with `AWS_`.
 */
const PATTERN = /^s-([a-f0-9]{32})-([a-z0-9]{1,9})-([a-f0-9]{32})$/;

export interface ClientIdParts {
  seatId: string;
  /** Epoch ms. */
  expiresAt: number;
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

async function mac(macKey: string, channelArn: string, seatId: string, expiry: string): Promise<string> {
  const raw = Uint8Array.from(atob(macKey), (c) => c.charCodeAt(0));
  const key = await crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const data = new TextEncoder().encode(`${channelArn}|${seatId}|${expiry}`);
  return hex(new Uint8Array(await crypto.subtle.sign("HMAC", key, data)).subarray(0, 16));
}

/** 128 random bits in hex: seat ids and seat secrets. */
export const randomHex128 = (): string => hex(crypto.getRandomValues(new Uint8Array(16)));

/** A new MAC key: base64 of 32 random bytes. */
export const createMacKey = (): string => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));

/** Makes the ClientId under which a seat's holder may begin a peer on this channel until `expiresAt` (epoch ms). */
export async function createClientId(
  macKey: string,
  channelArn: string,
  { seatId, expiresAt }: ClientIdParts,
): Promise<string> {
  const expiry = Math.ceil(expiresAt / 1000).toString(36);
  return `s-${seatId}-${expiry}-${await mac(macKey, channelArn, seatId, expiry)}`;
}

/** The seat a ClientId names, whoever made it; null if it has not a ClientId's form. */
export const seatIdOf = (clientId: string): string | null => PATTERN.exec(clientId)?.[1] ?? null;

/**
 * The parts of a ClientId whose MAC is right for this channel and key, else null. Does not judge `expiresAt`: an offer
 * under an expired id is still good for a peer that exists (ICE restart), not for a new one.
 */
export async function verifyClientId(
  macKey: string,
  channelArn: string,
  clientId: string,
): Promise<ClientIdParts | null> {
  const [, seatId, expiry, given] = PATTERN.exec(clientId) ?? [];
  if (!seatId || !expiry || !given) return null;
  const expected = await mac(macKey, channelArn, seatId, expiry);
  let difference = 0;
  for (let i = 0; i < expected.length; i++) difference |= expected.charCodeAt(i) ^ given.charCodeAt(i);
  return difference === 0 ? { seatId, expiresAt: Number.parseInt(expiry, 36) * 1000 } : null;
}
