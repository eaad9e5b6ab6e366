import "reflect-metadata";
import { createHash, webcrypto } from "node:crypto";
import { DAY_MS } from "@lectern/primitives";
import * as x509 from "@peculiar/x509";

/** Longer than anything here runs. */
const LIFE_MS = 365 * DAY_MS;
const KEY = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;

/** A certificate made on the spot: whoever is to trust it must be told its hash, or its authority. */
export interface Certificate {
  /** PEM. */
  certificate: string;
  /** PEM, PKCS #8. */
  key: string;
  /** SHA-256 of its public key (SPKI), base64: what Chromium's `--ignore-certificate-errors-spki-list` takes. */
  spkiSha256: string;
}

/** A certificate, and the authority that vouches for it and for nothing else: its key is not kept. */
export interface VouchedCertificate extends Certificate {
  /** PEM, to be given to clients. */
  authority: string;
}

interface Request {
  name: string;
  extensions: readonly x509.Extension[];
  /** Default: signs itself. */
  issuer?: { keys: webcrypto.CryptoKeyPair; name: string };
}

const makeKeys = () => webcrypto.subtle.generateKey(KEY, true, ["sign", "verify"]);

/** Judged by the machine's clock, which is a client's too. */
async function sign(keys: webcrypto.CryptoKeyPair, { name, extensions, issuer = { keys, name } }: Request) {
  const certificate = await x509.X509CertificateGenerator.create({
    subject: `CN=${name}`,
    issuer: `CN=${issuer.name}`,
    notAfter: new Date(Date.now() + LIFE_MS),
    signingAlgorithm: KEY,
    publicKey: keys.publicKey,
    signingKey: issuer.keys.privateKey,
    extensions: [...extensions],
  });
  return `${certificate.toString("pem")}\n`;
}

async function withKey(certificate: string, { privateKey, publicKey }: webcrypto.CryptoKeyPair): Promise<Certificate> {
  const [pkcs8, spki] = await Promise.all([
    webcrypto.subtle.exportKey("pkcs8", privateKey),
    webcrypto.subtle.exportKey("spki", publicKey),
  ]);
  return {
    certificate,
    key: `${x509.PemConverter.encode(pkcs8, "PRIVATE KEY")}\n`,
    spkiSha256: createHash("sha256").update(Buffer.from(spki)).digest("base64"),
  };
}

/** For one IP address, signed by itself. */
export async function makeCertificate(ip: string): Promise<Certificate> {
  const keys = await makeKeys();
  const extensions = [new x509.SubjectAlternativeNameExtension([{ type: "ip", value: ip }])];
  return withKey(await sign(keys, { name: "lectern.local", extensions }), keys);
}

/** For these host names. Strict clients, such as Python 3.13, want all that is said here of either certificate. */
export async function makeVouchedCertificate(hosts: readonly string[]): Promise<VouchedCertificate> {
  const [authorityKeys, keys] = await Promise.all([makeKeys(), makeKeys()]);
  const name = "local-aws of Lectern";
  const authority = await sign(authorityKeys, {
    name,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
      await x509.SubjectKeyIdentifierExtension.create(authorityKeys.publicKey),
    ],
  });
  const certificate = await sign(keys, {
    name: "local-aws",
    issuer: { keys: authorityKeys, name },
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth]),
      new x509.SubjectAlternativeNameExtension(hosts.map((value) => ({ type: "dns" as const, value }))),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(authorityKeys.publicKey),
    ],
  });
  return { ...(await withKey(certificate, keys)), authority };
}
