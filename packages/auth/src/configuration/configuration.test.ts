import { describe, expect, it } from "vitest";
import { explanations } from "./explanations.ts";
import { type ConfigurationProblem, parseConfiguration } from "./index.ts";

const GUID = "12345678-90ab-cdef-1234-567890abcdef";
const env = {
  VITE_WEBSOCKET_URL: "wss://abc.execute-api.eu-west-1.amazonaws.com/live",
  VITE_HTTP_API_URL: "https://abc.execute-api.eu-west-1.amazonaws.com/",
  VITE_AWS_REGION: "eu-west-1",
  VITE_ENCRYPTION_KEY: "0123456789abcdef0123456789abcde/",
  VITE_COGNITO_USER_POOL_ID: "eu-west-1_Ab12Cd34E",
  VITE_COGNITO_CLIENT_ID: "1h57kf5cpq17m0eml12example",
  VITE_COGNITO_IDENTITY_POOL_ID: `eu-west-1:${GUID}`,
  VITE_GUEST_ROLE_ARN: "arn:aws:iam::123456789012:role/lectern-prod-guest",
  VITE_LISTENER_URL: "https://listen.example.org/",
};
type Env = Record<string, string | undefined>;

function problems(changes: Env, page: "speaker" | "listener" = "speaker"): readonly ConfigurationProblem[] {
  const result =
    page === "speaker"
      ? parseConfiguration({ ...env, ...changes }, page)
      : parseConfiguration({ ...env, ...changes }, page);
  return result.ok ? [] : result.problems;
}

describe("parseConfiguration", () => {
  it("gives the speaker's page everything, with base URLs that paths can be appended to", () => {
    expect(parseConfiguration(env, "speaker")).toEqual({
      ok: true,
      configuration: {
        webSocketUrl: "wss://abc.execute-api.eu-west-1.amazonaws.com/live",
        httpApiUrl: "https://abc.execute-api.eu-west-1.amazonaws.com",
        region: "eu-west-1",
        encryptionKey: "0123456789abcdef0123456789abcde/",
        userPoolId: "eu-west-1_Ab12Cd34E",
        clientId: "1h57kf5cpq17m0eml12example",
        identityPoolId: `eu-west-1:${GUID}`,
        guestRoleArn: "arn:aws:iam::123456789012:role/lectern-prod-guest",
        listenerUrl: "https://listen.example.org",
      },
    });
  });

  it("asks the listener's page for nothing about signing in", () => {
    const result = parseConfiguration(
      {
        VITE_WEBSOCKET_URL: env.VITE_WEBSOCKET_URL,
        VITE_HTTP_API_URL: env.VITE_HTTP_API_URL,
        VITE_AWS_REGION: env.VITE_AWS_REGION,
        VITE_COGNITO_IDENTITY_POOL_ID: env.VITE_COGNITO_IDENTITY_POOL_ID,
        VITE_GUEST_ROLE_ARN: env.VITE_GUEST_ROLE_ARN,
        VITE_COGNITO_USER_POOL_ID: "us-east-1_other",
      },
      "listener",
    );
    expect(result).toMatchObject({ ok: true });
    expect(JSON.stringify(result)).not.toContain("userPoolId");
  });

  it("names every variable that is missing, at once", () => {
    const result = parseConfiguration({ VITE_ENCRYPTION_KEY: "  " }, "speaker");
    const found = result.ok ? [] : result.problems;
    expect(found.map(({ variable }) => variable).sort()).toEqual(Object.keys(env).sort());
    for (const { problem } of found) expect(problem).toBe("It is missing.");
  });

  it("drops blanks around a pasted value", () => {
    expect(parseConfiguration({ ...env, VITE_AWS_REGION: " eu-west-1\n" }, "speaker")).toMatchObject({
      ok: true,
      configuration: { region: "eu-west-1" },
    });
  });

  it("takes plain HTTP and WebSocket on this machine, and the stand-in's endpoint", () => {
    const result = parseConfiguration(
      {
        ...env,
        VITE_WEBSOCKET_URL: "ws://127.0.0.1:9700/ws",
        VITE_HTTP_API_URL: "http://127.0.0.1:9700/api",
        VITE_LISTENER_URL: "http://localhost:5174",
        VITE_AWS_ENDPOINT: "http://[::1]:9700",
      },
      "speaker",
    );
    expect(result).toMatchObject({ ok: true, configuration: { awsEndpoint: "http://[::1]:9700" } });
  });

  it.each<[string, string, RegExp]>([
    ["VITE_COGNITO_IDENTITY_POOL_ID", "eu-west-1_Ab12Cd34E", /That is a User Pool ID/],
    ["VITE_COGNITO_IDENTITY_POOL_ID", GUID, /region and a colon are missing/],
    ["VITE_COGNITO_IDENTITY_POOL_ID", `arn:aws:cognito-identity:eu-west-1:1:identitypool/eu-west-1:${GUID}`, /ARN/],
    ["VITE_COGNITO_IDENTITY_POOL_ID", "eu-west-1:not-a-guid", /does not look like/],
    ["VITE_COGNITO_IDENTITY_POOL_ID", `us-east-1:${GUID}`, /region us-east-1, but VITE_AWS_REGION is eu-west-1/],
    ["VITE_COGNITO_USER_POOL_ID", `eu-west-1:${GUID}`, /That is an Identity Pool ID/],
    ["VITE_COGNITO_USER_POOL_ID", "us-east-1_Ab12Cd34E", /region us-east-1/],
    ["VITE_COGNITO_USER_POOL_ID", "arn:aws:cognito-idp:eu-west-1:1:userpool/eu-west-1_A", /ARN/],
    ["VITE_COGNITO_CLIENT_ID", "eu-west-1_Ab12Cd34E", /User Pool's ID/],
    ["VITE_COGNITO_CLIENT_ID", "a1".repeat(26), /secret/],
    ["VITE_COGNITO_CLIENT_ID", "not a client", /does not look like/],
    ["VITE_AWS_REGION", "Ireland", /not the code of an AWS region/],
    ["VITE_ENCRYPTION_KEY", "x".repeat(31), /31 characters, fewer than 32/],
    ["VITE_GUEST_ROLE_ARN", "lectern-prod-guest", /not an ARN/],
    ["VITE_GUEST_ROLE_ARN", "arn:aws:sts::123456789012:assumed-role/guest/lectern-listener", /session of a role/],
    ["VITE_GUEST_ROLE_ARN", "arn:aws:iam::123456789012:policy/guest", /something else than an IAM role/],
    ["VITE_WEBSOCKET_URL", "https://abc.execute-api.eu-west-1.amazonaws.com/live", /WebSocket/],
    ["VITE_WEBSOCKET_URL", "ws://example.org/ws", /must be wss:/],
    ["VITE_WEBSOCKET_URL", "abc.execute-api.eu-west-1.amazonaws.com", /not a URL/],
    ["VITE_WEBSOCKET_URL", "wss://abc.execute-api.us-east-1.amazonaws.com/live", /region us-east-1/],
    ["VITE_HTTP_API_URL", "wss://abc.execute-api.eu-west-1.amazonaws.com/live", /WebSocket address/],
    ["VITE_HTTP_API_URL", "http://example.org", /must be https:/],
    ["VITE_HTTP_API_URL", "ftp://example.org", /does not begin with https:/],
    ["VITE_LISTENER_URL", "http://192.168.1.5:5174", /must be https:/],
    ["VITE_LISTENER_URL", "http://127.0.0.1.example.org", /must be https:/],
    ["VITE_LISTENER_URL", "https://listen.example.org/?x=1", /query/],
    ["VITE_AWS_ENDPOINT", "http://local.example.org:9700", /must be https:/],
  ])("finds fault with %s = %s", (variable, value, problem) => {
    expect(problems({ [variable]: value })).toEqual([
      expect.objectContaining({ variable, problem: expect.stringMatching(problem) }),
    ]);
  });

  it("warns that an identity's own id cannot be told from the pool's", () => {
    expect(explanations.VITE_COGNITO_IDENTITY_POOL_ID.howToFind).toMatch(
      /ID of one identity .* looks exactly like the pool's/,
    );
  });

  it("lists a wrong shape and a wrong region in one go", () => {
    const found = problems({ VITE_ENCRYPTION_KEY: "short", VITE_COGNITO_USER_POOL_ID: "us-east-1_Ab12Cd34E" });
    expect(found.map(({ variable }) => variable).sort()).toEqual(["VITE_COGNITO_USER_POOL_ID", "VITE_ENCRYPTION_KEY"]);
  });
});
