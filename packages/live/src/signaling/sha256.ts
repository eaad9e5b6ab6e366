/** SHA-256, or HMAC with a secret, by the browser's own WebCrypto, in the shape that SignatureV4 asks for. */
export class Sha256 {
  readonly #secret: Uint8Array<ArrayBuffer> | null;
  #data = new Uint8Array();

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#secret = secret === undefined ? null : bytesOf(secret);
  }

  update(more: string | ArrayBuffer | ArrayBufferView): void {
    const added = bytesOf(more);
    const all = new Uint8Array(this.#data.length + added.length);
    all.set(this.#data);
    all.set(added, this.#data.length);
    this.#data = all;
  }

  async digest(): Promise<Uint8Array> {
    const { subtle } = globalThis.crypto;
    if (!this.#secret) return new Uint8Array(await subtle.digest("SHA-256", this.#data));
    const key = await subtle.importKey("raw", this.#secret, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
    return new Uint8Array(await subtle.sign("HMAC", key, this.#data));
  }

  reset(): void {
    this.#data = new Uint8Array();
  }
}

function bytesOf(data: string | ArrayBuffer | ArrayBufferView): Uint8Array<ArrayBuffer> {
  if (typeof data === "string") return new TextEncoder().encode(data);
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  return new Uint8Array(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength);
}
