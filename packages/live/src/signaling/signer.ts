import { SignatureV4 } from "@smithy/signature-v4";
import type { CredentialsProvider } from "../credentials.ts";
import { Sha256 } from "./sha256.ts";

/** KVS's own figure for a signed socket URL (reference §2.2); the SDK uses the same. */
const EXPIRES_IN_S = 299;

export interface Signer {
  /** `endpoint` (`ws://` or `wss://`, no query) with the query and its signature, parameters sorted. */
  signSocketUrl(endpoint: string, query: Record<string, string>): Promise<string>;
  /** Headers that make this POST of JSON acceptable. */
  signPost(url: string, body: string): Promise<Record<string, string>>;
}

export interface SignerOptions {
  region: string;
  credentials: CredentialsProvider;
  /** Epoch ms of the server: a wrong clock on this machine must not spoil signatures. */
  serverNow(): number;
}

/** SigV4 for KVS, in queries and headers, for TLS and plain endpoints alike. Credentials are asked for at every call. */
export function createSigner({ region, credentials, serverNow }: SignerOptions): Signer {
  const signer = new SignatureV4({
    service: "kinesisvideo",
    region,
    // Not by name: SignatureV4 calls its provider with options of its own.
    credentials: () => credentials(),
    sha256: Sha256,
    applyChecksum: false,
  });
  const at = (url: URL) => ({
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    headers: { host: url.host },
    ...(url.port && { port: Number(url.port) }),
  });
  return {
    async signSocketUrl(endpoint, query) {
      const url = new URL(endpoint);
      const signed = await signer.presign(
        { method: "GET", query: { ...query }, ...at(url) },
        { signingDate: new Date(serverNow()), expiresIn: EXPIRES_IN_S },
      );
      const parameters = Object.entries(signed.query ?? {})
        .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
        .sort();
      return `${url.protocol}//${url.host}${url.pathname}?${parameters.join("&")}`;
    },
    async signPost(url, body) {
      const target = at(new URL(url));
      const headers = { ...target.headers, "content-type": "application/json" };
      const signed = await signer.sign(
        { method: "POST", query: {}, body, ...target, headers },
        { signingDate: new Date(serverNow()) },
      );
      // The browser sets Host itself and refuses to be told.
      return Object.fromEntries(Object.entries(signed.headers).filter(([name]) => name !== "host"));
    },
  };
}
