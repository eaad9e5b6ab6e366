import { createHash, createHmac } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";

export interface Keys {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
}

type Data = string | ArrayBuffer | ArrayBufferView;

const toBuffer = (data: Data): Buffer => {
  if (typeof data === "string") return Buffer.from(data);
  return ArrayBuffer.isView(data) ? Buffer.from(data.buffer, data.byteOffset, data.byteLength) : Buffer.from(data);
};

/** What the signer wants of a hash, over Node's own. */
class Sha256 {
  readonly #chunks: Buffer[] = [];
  readonly #secret: Buffer | undefined;
  constructor(secret?: Data) {
    this.#secret = secret === undefined ? undefined : toBuffer(secret);
  }
  update(data: Data): void {
    this.#chunks.push(toBuffer(data));
  }
  async digest(): Promise<Uint8Array> {
    const hash = this.#secret === undefined ? createHash("sha256") : createHmac("sha256", this.#secret);
    return hash.update(Buffer.concat(this.#chunks)).digest();
  }
  reset(): void {
    this.#chunks.length = 0;
  }
}

export interface PresignOptions {
  credentials: Keys;
  /** Epoch ms. */
  now: number;
  region?: string;
  service?: string;
  expiresIn?: number;
}

const at = (url: URL) => ({
  protocol: url.protocol,
  hostname: url.hostname,
  port: Number(url.port),
  path: url.pathname,
});

/** The headers of a signed POST, by the same signer. */
export async function signPost(
  url: URL,
  { headers, body }: { headers: Record<string, string>; body: string },
  { credentials, now, region = "us-east-1", service = "kinesisvideo" }: PresignOptions,
): Promise<Record<string, string>> {
  const signer = new SignatureV4({ credentials, region, service, sha256: Sha256 });
  const request = { method: "POST", query: {}, body, ...at(url), headers: { ...headers, host: url.host } };
  return (await signer.sign(request, { signingDate: new Date(now) })).headers;
}

/** A presigned socket URL, by the signer of AWS's SDK for JavaScript. */
export async function presign(
  endpoint: string,
  query: Record<string, string>,
  { credentials, now, region = "us-east-1", service = "kinesisvideo", expiresIn = 299 }: PresignOptions,
): Promise<string> {
  const url = new URL(endpoint);
  const signer = new SignatureV4({ credentials, region, service, sha256: Sha256 });
  const { query: signed = {} } = await signer.presign(
    { method: "GET", ...at(url), query, headers: { host: url.host } },
    { expiresIn, signingDate: new Date(now) },
  );
  const parameters = Object.entries(signed).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  return `${endpoint}?${parameters.join("&")}`;
}
