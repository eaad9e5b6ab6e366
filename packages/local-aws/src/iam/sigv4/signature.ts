import { createHash, createHmac } from "node:crypto";

export const ALGORITHM = "AWS4-HMAC-SHA256";
export const TERMINATOR = "aws4_request";

export const sha256Hex = (data: Buffer | string): string => createHash("sha256").update(data).digest("hex");

const hmac = (key: Buffer | string, data: string): Buffer => createHmac("sha256", key).update(data).digest();

export interface Scope {
  /** yyyymmdd */
  date: string;
  region: string;
  service: string;
}

/**
 * The signature AWS expects over one canonical request, hex.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function computeSignature(secret: string, scope: Scope, amzDate: string, canonicalRequest: string): string {
  const { date, region, service } = scope;
  const scopeText = `${date}/${region}/${service}/${TERMINATOR}`;
  const key = hmac(hmac(hmac(hmac(`AWS4${secret}`, date), region), service), TERMINATOR);
  return hmac(key, [ALGORITHM, amzDate, scopeText, sha256Hex(canonicalRequest)].join("\n")).toString("hex");
}
