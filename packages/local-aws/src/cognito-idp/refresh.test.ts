import { GetTokensFromRefreshTokenCommand } from "@aws-sdk/client-cognito-identity-provider";
import { createRemoteJWKSet, decodeJwt, jwtVerify } from "jose";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startAccounts, type TestAccounts } from "../testing/accounts.ts";

let accounts: TestAccounts;
beforeAll(async () => {
  accounts = await startAccounts();
});
afterAll(() => accounts.close());

const tokensFrom = async (RefreshToken: string) => {
  const command = new GetTokensFromRefreshTokenCommand({ RefreshToken, ClientId: accounts.clientId });
  return (await accounts.client.send(command)).AuthenticationResult;
};

test("GetTokensFromRefreshToken gives tokens of the same sign-in, and no other refresh token", async () => {
  const { access, refresh } = await accounts.signedIn(accounts.newEmail());
  const tokens = await tokensFrom(refresh);
  expect(tokens).toMatchObject({ ExpiresIn: 3600, TokenType: "Bearer", IdToken: expect.any(String) });
  expect(tokens).not.toHaveProperty("RefreshToken");
  expect(decodeJwt(tokens?.AccessToken ?? "").origin_jti).toBe(decodeJwt(access).origin_jti);
  await tokensFrom(refresh);
  await expect(tokensFrom("another")).rejects.toMatchObject({ name: "NotAuthorizedException" });
});

test("where refresh tokens are rotated it is the only refresh, and each token is good once", async () => {
  const { refresh } = await accounts.signedIn(accounts.newEmail());
  await accounts.control("settings", { client: "rotating" });
  try {
    await expect(accounts.refresh(refresh)).rejects.toMatchObject({ name: "InvalidParameterException" });
    const next = (await tokensFrom(refresh))?.RefreshToken ?? "";
    await expect(tokensFrom(refresh)).rejects.toMatchObject({ name: "RefreshTokenReuseException" });
    expect((await tokensFrom(next))?.RefreshToken).not.toBe(next);
  } finally {
    await accounts.control("settings", { client: "usual" });
  }
});

test("who starts from /.well-known/openid-configuration finds the keys that tokens are signed with", async () => {
  const { access } = await accounts.signedIn(accounts.newEmail());
  const { url, env } = accounts.localAws;
  const document = await fetch(`${url}/${env.VITE_COGNITO_USER_POOL_ID}/.well-known/openid-configuration`);
  const { issuer, jwks_uri } = (await document.json()) as { issuer: string; jwks_uri: string };
  const { payload } = await jwtVerify(access, createRemoteJWKSet(new URL(jwks_uri)), { issuer });
  expect(payload.token_use).toBe("access");
});
