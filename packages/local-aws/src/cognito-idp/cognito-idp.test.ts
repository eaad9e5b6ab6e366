import {
  CognitoIdentityProviderClient,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  RevokeTokenCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { DAY_MS, MINUTE_MS } from "@lectern/primitives";
import { speakerOf } from "@lectern/session-api/handlers";
import { createRemoteJWKSet, decodeJwt, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { LocalAws } from "../start.ts";
import { session, signIn } from "../testing/sign-in.ts";
import { startTestStand, stillClock } from "../testing/stand.ts";

const password = "Correct-Horse-1";
let localAws: LocalAws;
let client: CognitoIdentityProviderClient;
let clientId: string;

beforeAll(async () => {
  // A name is locked for a second at first: less than the sign-ins of a test may take.
  ({ localAws } = await startTestStand({ clock: stillClock() }));
  clientId = localAws.env.VITE_COGNITO_CLIENT_ID ?? "";
  client = new CognitoIdentityProviderClient({ region: "us-east-1", endpoint: localAws.url, maxAttempts: 1 });
});

afterAll(async () => {
  client.destroy();
  await localAws.close();
});

const account = async (email: string) => localAws.createUser({ email, password });
const refresh = (token: string) =>
  client.send(
    new InitiateAuthCommand({
      AuthFlow: "REFRESH_TOKEN_AUTH",
      ClientId: clientId,
      AuthParameters: { REFRESH_TOKEN: token },
    }),
  );
const startSrp = (name: string, a = "1234") =>
  client.send(
    new InitiateAuthCommand({
      AuthFlow: "USER_SRP_AUTH",
      ClientId: clientId,
      AuthParameters: { USERNAME: name, SRP_A: a },
    }),
  );
const answerSrp = (userId: string, block: string, signature = "AAAA") =>
  client.send(
    new RespondToAuthChallengeCommand({
      ChallengeName: "PASSWORD_VERIFIER",
      ClientId: clientId,
      ChallengeResponses: {
        USERNAME: userId,
        PASSWORD_CLAIM_SECRET_BLOCK: block,
        PASSWORD_CLAIM_SIGNATURE: signature,
        TIMESTAMP: "Sun Nov 22 09:05:03 UTC 2026",
      },
    }),
  );

describe("signing in", () => {
  it("gives tokens with Cognito's claims, that verify by the published keys", async () => {
    const { sub } = await account("claims@example.org");
    const signedIn = await session(localAws, "Claims@Example.org", password);
    const poolId = localAws.env.VITE_COGNITO_USER_POOL_ID;
    const keys = createRemoteJWKSet(new URL(`${localAws.url}/${poolId}/.well-known/jwks.json`));
    const issuer = `https://cognito-idp.us-east-1.amazonaws.com/${poolId}`;
    const { payload: id } = await jwtVerify(signedIn.getIdToken().getJwtToken(), keys, { issuer, audience: clientId });
    const { payload: access } = await jwtVerify(signedIn.getAccessToken().getJwtToken(), keys, { issuer });
    expect(id).toMatchObject({
      sub,
      token_use: "id",
      email: "claims@example.org",
      email_verified: true,
      speaker: speakerOf(sub),
    });
    expect(access).toMatchObject({
      sub,
      token_use: "access",
      client_id: clientId,
      scope: "aws.cognito.signin.user.admin",
      username: id["cognito:username"],
    });
    expect(access).not.toHaveProperty("aud");
    expect(access).not.toHaveProperty("speaker");
    expect(access.origin_jti).toBe(id.origin_jti);
    expect(Number(access.exp) - Number(access.iat)).toBe(3600);
    expect(id["cognito:username"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(id["cognito:username"]).not.toBe(sub);
  });

  it("answers a wrong password and an unknown user alike", async () => {
    await account("known@example.org");
    const [wrong, unknown] = await Promise.all(
      ["known@example.org", "unknown@example.org"].map(async (name) => {
        const { ChallengeParameters: parameters = {}, ...rest } = await startSrp(name);
        const error = await signIn(localAws, name, "Wrong-Horse-2").catch((reason: unknown) => reason);
        const shapes = Object.fromEntries(
          Object.entries(parameters).map(([key, value]) => [
            key,
            key === "SRP_B" ? /^[0-9a-f]+$/.test(value) : value.replace(/[0-9a-f]/g, "x").replace(/[\w+/=]{300,}/, "b"),
          ]),
        );
        const { $metadata: _, ...answer } = rest;
        return { answer, shapes, error };
      }),
    );
    expect(wrong?.error).toMatchObject({ code: "NotAuthorizedException", message: "Incorrect username or password." });
    expect(unknown?.error).toEqual(wrong?.error);
    expect(unknown?.shapes).toEqual(wrong?.shapes);
    expect(unknown?.answer).toEqual(wrong?.answer);
  });

  it("gives an unknown user the same salt and id each time, other users others", async () => {
    const parameters = async (name: string) => {
      const { ChallengeParameters } = await startSrp(name);
      return [ChallengeParameters?.SALT, ChallengeParameters?.USER_ID_FOR_SRP];
    };
    const first = await parameters("nobody@example.org");
    expect(await parameters("Nobody@example.org")).toEqual(first);
    expect(await parameters("nobody.else@example.org")).not.toEqual(first);
  });

  it("refuses a public value of zero, by which no password would be needed", async () => {
    await expect(startSrp("known@example.org", "0")).rejects.toMatchObject({ name: "InvalidParameterException" });
  });

  it("takes a secret block once, and not after three minutes", async () => {
    await account("block@example.org");
    const start = async () => {
      const { ChallengeParameters: { USER_ID_FOR_SRP = "", SECRET_BLOCK = "" } = {} } =
        await startSrp("block@example.org");
      return () => answerSrp(USER_ID_FOR_SRP, SECRET_BLOCK);
    };
    const answer = await start();
    await expect(answer()).rejects.toMatchObject({ message: "Incorrect username or password." });
    await expect(answer()).rejects.toMatchObject({ message: "Incorrect username or password." });
    const late = await start();
    localAws.clock.advance(3 * MINUTE_MS);
    await expect(late()).rejects.toMatchObject({ message: "Invalid session for the user, session is expired." });
  });

  it("takes a right answer once: what was overheard signs nobody in", async () => {
    await account("overheard@example.org");
    const overheard = vi.spyOn(globalThis, "fetch");
    await session(localAws, "overheard@example.org", password);
    const [url = "", answer] = overheard.mock.calls.at(-1) ?? [];
    overheard.mockRestore();
    expect(String(answer?.body)).toContain("PASSWORD_CLAIM_SIGNATURE");
    const replayed = await fetch(url, answer);
    expect(await replayed.json()).toMatchObject({ __type: "NotAuthorizedException" });
  });

  it("locks a name after five wrong passwords, the right one included, and unlocks it by time", async () => {
    await account("locked@example.org");
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await expect(signIn(localAws, "locked@example.org", "Wrong-Horse-2")).rejects.toMatchObject({
        message: "Incorrect username or password.",
      });
    }
    await expect(signIn(localAws, "locked@example.org", password)).rejects.toMatchObject({
      code: "NotAuthorizedException",
      message: "Password attempts exceeded",
    });
    localAws.clock.advance(1000);
    await expect(signIn(localAws, "locked@example.org", password)).resolves.toMatchObject({ next: "signed-in" });
  });

  it("says which parameter is missing and which flow or challenge it does not have", async () => {
    const initiate = (input: Partial<ConstructorParameters<typeof InitiateAuthCommand>[0]>) =>
      client.send(new InitiateAuthCommand({ AuthFlow: "USER_SRP_AUTH", ClientId: clientId, ...input }));
    await expect(initiate({ ClientId: "nobody" })).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      message: "User pool client nobody does not exist.",
    });
    await expect(initiate({})).rejects.toMatchObject({
      name: "InvalidParameterException",
      message: "Missing required parameter USERNAME",
    });
    await expect(initiate({ AuthFlow: "USER_PASSWORD_AUTH" })).rejects.toMatchObject({
      message: "USER_PASSWORD_AUTH flow not enabled for this client",
    });
  });
});

describe("a temporary password", () => {
  it("must be changed at the first sign-in, to one the policy takes", async () => {
    await localAws.createUser({ email: "new@example.org", password, temporary: true });
    const step = await signIn(localAws, "new@example.org", password);
    if (step.next !== "new-password") throw new Error(step.next);
    expect(step.userAttributes).toMatchObject({ email: "new@example.org" });
    await expect(step.answer("short")).rejects.toMatchObject({ code: "InvalidPasswordException" });
    const changed = await step.answer("Battery-Staple-2");
    expect(decodeJwt(changed.getIdToken().getJwtToken()).speaker).toMatch(/^[0-9a-f]{32}$/);
    await expect(signIn(localAws, "new@example.org", password)).rejects.toMatchObject({
      code: "NotAuthorizedException",
    });
    await expect(signIn(localAws, "new@example.org", "Battery-Staple-2")).resolves.toMatchObject({ next: "signed-in" });
  });

  it("is good for seven days", async () => {
    await localAws.createUser({ email: "late@example.org", password, temporary: true });
    localAws.clock.advance(7 * DAY_MS);
    await expect(signIn(localAws, "late@example.org", password)).rejects.toMatchObject({
      message: "Temporary password has expired and must be reset by an administrator.",
    });
  });
});

describe("a session", () => {
  const tokens = async (email: string) => {
    await account(email);
    const signedIn = await session(localAws, email, password);
    return { access: signedIn.getAccessToken().getJwtToken(), refresh: signedIn.getRefreshToken().getToken() };
  };

  it("is refreshed with new tokens of the same sign-in, the refresh token kept", async () => {
    const { access, refresh: token } = await tokens("refresh@example.org");
    localAws.clock.advance(3600_000);
    await expect(client.send(new GetUserCommand({ AccessToken: access }))).rejects.toMatchObject({
      name: "NotAuthorizedException",
      message: "Access Token has expired",
    });
    const { AuthenticationResult } = await refresh(token);
    expect(AuthenticationResult).not.toHaveProperty("RefreshToken");
    const renewed = decodeJwt(AuthenticationResult?.AccessToken ?? "");
    expect(renewed.origin_jti).toBe(decodeJwt(access).origin_jti);
    expect(renewed.auth_time).toBe(decodeJwt(access).auth_time);
    const user = await client.send(new GetUserCommand({ AccessToken: AuthenticationResult?.AccessToken }));
    expect(user.UserAttributes).toContainEqual({ Name: "email", Value: "refresh@example.org" });
  });

  it("ends after thirty days", async () => {
    const { refresh: token } = await tokens("month@example.org");
    localAws.clock.advance(30 * DAY_MS);
    await expect(refresh(token)).rejects.toMatchObject({ message: "Refresh Token has expired" });
    await expect(refresh("nonsense")).rejects.toMatchObject({ message: "Invalid Refresh Token" });
  });

  it("ends by RevokeToken, while others of the same user go on", async () => {
    const first = await tokens("revoke@example.org");
    const second = await tokens("revoke@example.org");
    await client.send(new RevokeTokenCommand({ Token: first.refresh, ClientId: clientId }));
    await expect(refresh(first.refresh)).rejects.toMatchObject({ message: "Refresh Token has been revoked" });
    await expect(client.send(new GetUserCommand({ AccessToken: first.access }))).rejects.toMatchObject({
      message: "Access Token has been revoked",
    });
    await expect(refresh(second.refresh)).resolves.toBeDefined();
    await expect(
      client.send(new RevokeTokenCommand({ Token: second.access, ClientId: clientId })),
    ).rejects.toMatchObject({ name: "UnsupportedTokenTypeException" });
  });

  it("ends everywhere by GlobalSignOut, while other users' go on", async () => {
    const here = await tokens("everywhere@example.org");
    const there = await tokens("everywhere@example.org");
    const other = await tokens("other@example.org");
    await client.send(new GlobalSignOutCommand({ AccessToken: here.access }));
    await expect(refresh(here.refresh)).rejects.toMatchObject({ message: "Refresh Token has been revoked" });
    await expect(refresh(there.refresh)).rejects.toMatchObject({ message: "Refresh Token has been revoked" });
    await expect(refresh(other.refresh)).resolves.toBeDefined();
  });
});

describe("createUser", () => {
  it("replaces the password of an account that is there, and ends no session", async () => {
    const { sub } = await account("again@example.org");
    const before = await session(localAws, "again@example.org", password);
    expect(await localAws.createUser({ email: "Again@example.org", password: "Battery-Staple-2" })).toEqual({ sub });
    await expect(signIn(localAws, "again@example.org", password)).rejects.toMatchObject({
      code: "NotAuthorizedException",
    });
    await expect(signIn(localAws, "again@example.org", "Battery-Staple-2")).resolves.toMatchObject({
      next: "signed-in",
    });
    await expect(refresh(before.getRefreshToken().getToken())).resolves.toBeDefined();
  });

  it("refuses what Cognito's default policy refuses", async () => {
    const invalid = { code: "invalid-user" };
    await expect(localAws.createUser({ email: "weak@example.org", password: "alllowercase1-" })).rejects.toMatchObject(
      invalid,
    );
    await expect(localAws.createUser({ email: "no address", password })).rejects.toMatchObject(invalid);
  });
});
