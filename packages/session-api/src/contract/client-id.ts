import { randomHex128, toHex } from "../hex.ts";

/**
 * The ClientId of a seat: `s-<seatId>-<expiry>-<mac>`.
 * seatId: hex, random but for the last digit, which is the seat's slot. It stays the same as long as the seat is held, so a
 * peer is recognised when its ClientId is renewed.
 * expiry: until when a new peer may use this id, epoch seconds in base 36.
 * mac: HMAC-SHA-256 over `channelArn|seatId|expiry`, first 128 bits, hex.
 * Fits KVS's `[a-zA-Z0-9_.-]{1,256}` and does not start with `AWS_`.
 */
const PATTERN = /^s-([a-f0-9]{32})-([a-z0-9]{1,9})-([a-f0-9]{32})$/;

interface ClientIdParts {
  seatId: string;
  /** Epoch ms. */
  expiresAt: number;
}

async function mac(macKey: string, channelArn: string, seatId: string, expiry: string): Promise<string> {
  const raw = Uint8Array.from(atob(macKey), (c) => c.charCodeAt(0));
  const key = await crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const data = new TextEncoder().encode(`${channelArn}|${seatId}|${expiry}`);
  return toHex(new Uint8Array(await crypto.subtle.sign("HMAC", key, data)).subarray(0, 16));
}

/** The ClientId with which a seat's holder may start a peer on this channel until `expiresAt` (epoch ms). `macKey`: base64. */
export async function createClientId(
  macKey: string,
  channelArn: string,
  { seatId, expiresAt }: ClientIdParts,
): Promise<string> {
  const expiry = Math.ceil(expiresAt / 1000).toString(36);
  return `s-${seatId}-${expiry}-${await mac(macKey, channelArn, seatId, expiry)}`;
}

/** A new seat's id. `slot`: 0 to 15. */
export const createSeatId = (slot: number): string => randomHex128().slice(0, -1) + slot.toString(16);

export const slotOf = (seatId: string): number => Number.parseInt(seatId.slice(-1), 16);

const toEpochMs = (expiry: string): number => Number.parseInt(expiry, 36) * 1000;

/** Until when (epoch ms) a new peer may use a ClientId whose MAC is not checked; 0 if it does not have a ClientId's form. */
export const expiryOf = (clientId: string): number => toEpochMs(PATTERN.exec(clientId)?.[2] ?? "0");

/** The seat id in a ClientId whose MAC is not checked; null if it does not have a ClientId's form. */
export const seatIdOf = (clientId: string): string | null => PATTERN.exec(clientId)?.[1] ?? null;

/**
 * The parts of a ClientId if its MAC is right for this channel and key, else null. The caller checks `expiresAt`: after it,
 * an offer may still come for a peer that exists (ICE restart), but not for a new one.
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
  return difference === 0 ? { seatId, expiresAt: toEpochMs(expiry) } : null;
}
