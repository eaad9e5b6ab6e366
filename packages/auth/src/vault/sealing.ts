import * as v from "valibot";

/** AES-256-GCM with a fresh 96-bit nonce for each text (NIST SP 800-38D §8.2.2). */
export interface Sealing {
  seal(text: string): Promise<string>;
  /** `null` unless it was sealed with both keys and for this purpose. */
  open(sealed: string): Promise<string | null>;
}

const NONCE_BYTES = 12;
const base64 = v.pipe(v.string(), v.base64());
const schema = v.pipe(v.string(), v.parseJson(), v.object({ v: v.literal(1), nonce: base64, data: base64 }));

/**
 * @param encryptionKey - the deployment's public value; changing it makes everything sealed before unreadable
 * @param purpose - bound to the text, so that one item's ciphertext is refused in place of another's
 */
export async function createSealing(deviceKey: CryptoKey, encryptionKey: string, purpose: string): Promise<Sealing> {
  const key = await crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: utf8(encryptionKey), info: utf8("lectern token vault v1") },
    deviceKey,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
  const algorithm = (nonce: Uint8Array<ArrayBuffer>) => ({ name: "AES-GCM", iv: nonce, additionalData: utf8(purpose) });
  return {
    async seal(text) {
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const data = await crypto.subtle.encrypt(algorithm(nonce), key, utf8(text));
      return JSON.stringify({ v: 1, nonce: toBase64(nonce), data: toBase64(new Uint8Array(data)) });
    },
    async open(sealed) {
      const parsed = v.safeParse(schema, sealed);
      if (!parsed.success) return null;
      try {
        const { nonce, data } = parsed.output;
        return new TextDecoder().decode(
          await crypto.subtle.decrypt(algorithm(fromBase64(nonce)), key, fromBase64(data)),
        );
      } catch {
        return null;
      }
    },
  };
}

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
