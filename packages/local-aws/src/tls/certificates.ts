import { X509Certificate } from "node:crypto";
import { DAY_MS } from "@lectern/primitives";
import { nullable, object, string } from "valibot";
import { makeVouchedCertificate, type VouchedCertificate } from "../certificate.ts";
import { AWS_HOSTS } from "../http/aws-hosts.ts";
import type { Storage } from "../storage/storage.ts";

const schema = nullable(object({ authority: string(), certificate: string(), key: string(), spkiSha256: string() }));

/** For every host there is, and for so long that nobody meets its end. */
function isGood({ certificate }: VouchedCertificate): boolean {
  try {
    const { validTo, subjectAltName } = new X509Certificate(certificate);
    const names = AWS_HOSTS.map((host) => `DNS:${host}`).join(", ");
    return Date.parse(validTo) > Date.now() + 30 * DAY_MS && subjectAltName === names;
  } catch {
    return false;
  }
}

/** For AWS's host names: made at the first start, and the same for as long as the data directory lives. */
export async function loadCertificate(storage: Storage): Promise<VouchedCertificate> {
  const document = storage.document("tls", schema, () => null);
  const stored = document.get();
  if (stored !== null && isGood(stored)) return stored;
  const made = await makeVouchedCertificate(AWS_HOSTS);
  document.set(made);
  return made;
}
