import { createHash, X509Certificate } from "node:crypto";
import { DAY_MS } from "@lectern/primitives";
import { generate } from "selfsigned";

/** Longer than anything here runs; nobody keeps it. */
const LIFE_MS = 365 * DAY_MS;

/** A certificate made on the spot: whoever is to trust it must be told its hash. */
export interface Certificate {
  /** PEM. */
  certificate: string;
  /** PEM, PKCS #8. */
  key: string;
  /** SHA-256 of its public key (SPKI), base64: what Chromium's `--ignore-certificate-errors-spki-list` takes. */
  spkiSha256: string;
}

/** For one IP address, signed by itself. It is judged by the machine's clock, which is a browser's too. */
export async function makeCertificate(ip: string): Promise<Certificate> {
  const { cert, private: key } = await generate([{ name: "commonName", value: "lectern.local" }], {
    keyType: "ec",
    algorithm: "sha256",
    notAfterDate: new Date(Date.now() + LIFE_MS),
    extensions: [{ name: "subjectAltName", altNames: [{ type: 7, ip }] }],
  });
  const spki = new X509Certificate(cert).publicKey.export({ type: "spki", format: "der" });
  return { certificate: cert, key, spkiSha256: createHash("sha256").update(spki).digest("base64") };
}
