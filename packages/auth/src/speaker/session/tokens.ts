import * as v from "valibot";
import { AuthError } from "../../errors.ts";
import { readableAddress } from "../mail-address.ts";

/** What the vault keeps. `receivedAt` is this device's time, epoch ms. */
export const sessionSchema = v.object({
  idToken: v.string(),
  accessToken: v.string(),
  refreshToken: v.string(),
  receivedAt: v.number(),
});
export type KeptSession = v.InferOutput<typeof sessionSchema>;
export type Tokens = Omit<KeptSession, "receivedAt">;

export interface TokenClaims {
  email: string;
  sub: string;
  /** Server time, epoch ms, of the token that was issued first and of the one that ends first. */
  issuedAt: number;
  expiresAt: number;
}

/** The range of Date. */
const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e12));
const idSchema = v.object({
  token_use: v.literal("id"),
  sub: v.pipe(v.string(), v.nonEmpty()),
  email: v.optional(v.string()),
  "cognito:username": v.optional(v.string(), ""),
  iat: seconds,
  exp: seconds,
});
const accessSchema = v.object({ token_use: v.literal("access"), iat: seconds, exp: seconds });

/**
 * What the tokens say. Signatures are not checked, because this only decides what to show and when to refresh.
 *
 * @throws AuthError `unavailable` when they are not a User Pool's tokens
 */
export function readClaims({ idToken, accessToken }: Pick<Tokens, "idToken" | "accessToken">): TokenClaims {
  const id = v.safeParse(idSchema, payloadOf(idToken));
  const access = v.safeParse(accessSchema, payloadOf(accessToken));
  if (!id.success || !access.success) throw new AuthError("unavailable", "Cognito's tokens are not understood.");
  return {
    email: readableAddress(id.output.email ?? id.output["cognito:username"]),
    sub: id.output.sub,
    issuedAt: Math.min(id.output.iat, access.output.iat) * 1000,
    expiresAt: Math.min(id.output.exp, access.output.exp) * 1000,
  };
}

/** The nonce that the sign-in was begun with, if there was one. */
export function nonceOf(idToken: string): string | undefined {
  const parsed = v.safeParse(v.object({ nonce: v.string() }), payloadOf(idToken));
  return parsed.success ? parsed.output.nonce : undefined;
}

/** The provider that signed the token's owner in; null: a password did. */
export function providerOf(idToken: string): string | null {
  const identities = v.array(v.object({ providerName: v.string() }));
  const parsed = v.safeParse(v.object({ identities }), payloadOf(idToken));
  return (parsed.success && parsed.output.identities[0]?.providerName) || null;
}

function payloadOf(jwt: string): unknown {
  try {
    const base64 = (jwt.split(".")[1] ?? "").replaceAll("-", "+").replaceAll("_", "/");
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))));
  } catch {
    return undefined;
  }
}
