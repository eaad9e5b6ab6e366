import { type HttpAnswer, type ReceivedRequest, startHttpServer } from "./http-server.ts";

/** A JWT like a User Pool's but unsigned: pages do not check signatures. */
function token(use: "id" | "access", claims: Record<string, unknown>): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  return `${part({ alg: "RS256" })}.${part({ token_use: use, ...claims })}.signature`;
}

/**
 * Just enough of cognito-idp to sign in against. SRP is not checked, so that a test can choose any answer to the password;
 * local-aws checks it.
 */
export async function startFakeCognito() {
  const fake = {
    /** Server time, epoch ms. */
    now: Date.UTC(2026, 10, 22, 20),
    lifetimeSeconds: 3600,
    /** How many sets of tokens were issued. */
    issued: 0,
    /** What to say instead, by operation or challenge name. */
    answers: {} as Partial<Record<string, (request: ReceivedRequest) => HttpAnswer | Promise<HttpAnswer> | undefined>>,
    refuse:
      (type: string, message = "", status = 400) =>
      (): HttpAnswer => ({ status, body: { __type: type, message } }),
    /** Managed login's answer to a code. */
    exchange: (): HttpAnswer => ({ status: 400, body: { error: "invalid_grant" } }),
    tokens(email = "ada@example.org", sub = "sub-of-ada", more: Record<string, unknown> = {}) {
      fake.issued += 1;
      const iat = Math.floor(fake.now / 1000);
      const claims = { sub, iat, exp: iat + fake.lifetimeSeconds, jti: String(fake.issued) };
      return {
        IdToken: token("id", { ...claims, ...more, email, "cognito:username": sub }),
        AccessToken: token("access", { ...claims, username: sub }),
        ExpiresIn: fake.lifetimeSeconds,
        TokenType: "Bearer",
      };
    },
    signedIn: (email?: string, sub?: string): HttpAnswer => ({
      body: { AuthenticationResult: { ...fake.tokens(email, sub), RefreshToken: "refresh-token-1" } },
    }),
  };
  const server = await startHttpServer(async (request) => {
    if (request.headers["content-type"]?.includes("form-urlencoded")) return fake.exchange();
    const input = JSON.parse(request.body);
    const what: string = input.ChallengeName ?? input.AuthFlow ?? request.operation;
    const own = await fake.answers[what]?.(request);
    if (own !== undefined) return own;
    switch (what) {
      case "USER_SRP_AUTH":
        return {
          body: {
            ChallengeName: "PASSWORD_VERIFIER",
            ChallengeParameters: {
              USER_ID_FOR_SRP: "sub-of-ada",
              USERNAME: "sub-of-ada",
              SRP_B: "abcdef0123456789".repeat(48),
              SALT: "0123456789abcdef",
              SECRET_BLOCK: "c2VjcmV0",
            },
          },
        };
      case "PASSWORD_VERIFIER":
      case "NEW_PASSWORD_REQUIRED":
        return fake.signedIn();
      case "REFRESH_TOKEN_AUTH":
        return { body: { AuthenticationResult: fake.tokens() } };
      default:
        return { body: {} };
    }
  });
  /** What was asked, in Cognito's words. */
  const asked = () =>
    server.received.map(({ body, operation }) => {
      const input = JSON.parse(body);
      return input.ChallengeName ?? input.AuthFlow ?? operation;
    });
  return Object.assign(fake, { url: server.url, received: server.received, asked, close: server.close });
}
