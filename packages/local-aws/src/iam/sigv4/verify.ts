import { timingSafeEqual } from "node:crypto";
import { AwsError, type AwsRequest, type Clock } from "../../http/service.ts";
import { canonicalRequest } from "./canonical-request.ts";
import { computeSignature, sha256Hex } from "./signature.ts";
import type { SignedParts } from "./signed-parts.ts";

const SKEW_MS = 5 * 60_000;

const invalid = (message: string) => new AwsError("InvalidSignatureException", message, 403);
const basicDate = (time: number): string => new Date(time).toISOString().replace(/[-:]|\.\d{3}/g, "");

/** @throws AwsError InvalidSignatureException when the signature is for another day, region or service. */
export function verifyScope({ scope, amzDate }: SignedParts, region: string, service: string): void {
  if (scope.date !== amzDate.slice(0, 8)) {
    throw invalid(
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${scope.date}' != '${amzDate.slice(0, 8)}', from '${amzDate}'.`,
    );
  }
  if (scope.region !== region) throw invalid(`Credential should be scoped to a valid region, not '${scope.region}'. `);
  if (scope.service !== service) throw invalid(`Credential should be scoped to correct service: '${service}'. `);
}

/** @throws AwsError InvalidSignatureException when the request is from too far in the past or the future, or its X-Amz-Expires is over. */
export function verifyTime({ amzDate, signedAt, expiresMs }: SignedParts, clock: Clock): void {
  const now = clock.now();
  if (signedAt > now + SKEW_MS) {
    throw invalid(
      `Signature not yet current: ${amzDate} is still later than ${basicDate(now + SKEW_MS)} (${basicDate(now)} + 5 min.)`,
    );
  }
  const oldest = now - (expiresMs ?? SKEW_MS);
  if (signedAt < oldest) {
    throw invalid(
      `Signature expired: ${amzDate} is now earlier than ${basicDate(oldest)} (${basicDate(now)} - validity.)`,
    );
  }
}

/** @throws AwsError InvalidSignatureException when any signed part, or the body, is not what was signed. */
export function verifySignature(request: AwsRequest, parts: SignedParts, secret: string): void {
  const payloadHash = sha256Hex(request.body);
  const claimedHash = request.headers["x-amz-content-sha256"];
  const expected = computeSignature(
    secret,
    parts.scope,
    parts.amzDate,
    canonicalRequest(request, parts.signedHeaders, payloadHash),
  );
  const given = Buffer.from(parts.signature);
  const matches = given.length === expected.length && timingSafeEqual(given, Buffer.from(expected));
  if (!matches || (claimedHash !== undefined && claimedHash !== payloadHash)) {
    throw invalid(
      "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.",
    );
  }
}
