import * as v from "valibot";
import type { Cognito } from "./cognito.ts";
import { typedCode } from "./typed-code.ts";

const ISSUER = "Lectern";

/** A key for an authenticator app: to be scanned, or typed. */
export interface AuthenticatorKey {
  /** Base32. */
  readonly key: string;
  /** `otpauth://…`, what the QR code says. */
  readonly uri: string;
}

/** Somebody signed in, or somebody who must set one up to sign in. */
type Asker = { AccessToken: string } | { Session: string };

const keyOf = (secret: string, email: string): AuthenticatorKey => ({
  key: secret,
  uri: `otpauth://totp/${ISSUER}:${encodeURIComponent(email)}?secret=${secret}&issuer=${ISSUER}`,
});

/** Base32 (RFC 4648); anything else would be more than a key in the QR code. */
const secretCode = v.pipe(v.string(), v.regex(/^[A-Z2-7]+=*$/));
const associated = v.object({ SecretCode: secretCode, Session: v.optional(v.string()) });
const verified = v.object({ Status: v.literal("SUCCESS"), Session: v.optional(v.string()) });

/** AssociateSoftwareToken. The key counts once a code of it was given. */
export async function associate({ call }: Cognito, asker: Asker, email: string) {
  const step = "Session" in asker ? "second-factor" : "account";
  const { SecretCode, Session } = await call(step, "AssociateSoftwareToken", asker, associated);
  return { key: keyOf(SecretCode, email), session: Session };
}

/** VerifySoftwareToken. @throws AuthError `wrong-code` */
export async function verify({ call }: Cognito, asker: Asker, code: string) {
  const step = "Session" in asker ? "second-factor" : "authenticator";
  return (await call(step, "VerifySoftwareToken", { ...asker, UserCode: typedCode(code) }, verified)).Session;
}
