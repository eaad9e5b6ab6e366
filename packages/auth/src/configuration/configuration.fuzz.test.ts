import { edited, expectNoEcho, fc, json, text } from "@lectern/fuzz";
import { expect, test } from "vitest";
import { parseConfiguration } from "./configuration.ts";

const env: Record<string, string> = {
  VITE_WEBSOCKET_URL: "wss://a1b2c3d4e5.execute-api.us-east-1.amazonaws.com/live",
  VITE_HTTP_API_URL: "https://f6g7h8i9j0.execute-api.us-east-1.amazonaws.com",
  VITE_AWS_REGION: "us-east-1",
  VITE_ENCRYPTION_KEY: "0123456789abcdef0123456789abcdef",
  VITE_COGNITO_USER_POOL_ID: "us-east-1_Ab12Cd34E",
  VITE_COGNITO_CLIENT_ID: "1h57kf5cpq17m0eml12example",
  VITE_COGNITO_IDENTITY_POOL_ID: "us-east-1:12345678-90ab-cdef-1234-567890abcdef",
  VITE_GUEST_ROLE_ARN: "arn:aws:iam::123456789012:role/lectern-prod-guest",
  VITE_LISTENER_URL: "https://listen.example.org",
  VITE_AWS_ENDPOINT: "http://127.0.0.1:9700",
};
const change = fc
  .oneof({ weight: 5, arbitrary: fc.constantFrom(...Object.keys(env)) }, { weight: 1, arbitrary: text })
  .chain((name) => {
    const value: fc.Arbitrary<unknown> = fc.oneof(
      edited(Object.hasOwn(env, name) ? (env[name] ?? "") : name),
      json,
      fc.constant(undefined),
    );
    return value.map((given) => [name, given] as const);
  });

test("takes any configuration for a right one or lists what is wrong, quoting nothing", () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 3 }), (changes) => {
      const given = { ...env, ...Object.fromEntries(changes) };
      for (const result of [parseConfiguration(given, "speaker"), parseConfiguration(given, "listener")]) {
        if (result.ok) {
          const { webSocketUrl, httpApiUrl } = result.configuration;
          for (const url of [webSocketUrl, httpApiUrl]) expect(new URL(url).hash + new URL(url).search).toBe("");
          continue;
        }
        expect(result.problems.length).toBeGreaterThan(0);
        for (const problem of result.problems) {
          expect(Object.keys(env)).toContain(problem.variable);
          expectNoEcho("a problem", JSON.stringify(problem));
        }
      }
    }),
  );
  expect(parseConfiguration(env, "speaker").ok).toBe(true);
});
