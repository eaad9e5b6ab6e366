import { CANARY, edited, fc, hostile, type Json, overSockets, text, wire } from "@lectern/fuzz";
import { afterAll, beforeAll, test } from "vitest";
import { type Fuzzed, startFuzzed } from "../testing/fuzzed.ts";
import { signPost } from "../testing/presign.ts";
import type { RawRequest } from "../testing/raw-request.ts";
import { survives } from "../testing/survives.ts";

let stand: Fuzzed["stand"];
let channel: Fuzzed["channel"];
let guest: Fuzzed["guest"];
beforeAll(async () => {
  ({ stand, channel, guest } = await startFuzzed());
});
afterAll(() => stand.localAws.close());

const header = fc.tuple(
  fc.oneof(fc.constantFrom("x-amz-target", "content-type", "authorization", "origin", "cookie", "constructor"), text),
  text,
);
const oddities = fc.array(header, { maxLength: 2 }).map((some) => Object.fromEntries(some));
const post = (path: string, headers: Record<string, string>, body: fc.Arbitrary<string>): fc.Arbitrary<RawRequest> =>
  fc
    .record({ method: fc.constant("POST"), path: fc.constant(path), headers: oddities, body })
    .map((request) => ({ ...request, headers: { ...headers, ...request.headers } }));
const target = (name: string) => ({ "x-amz-target": name, "content-type": "application/x-amz-json-1.1" });

test("answers any call of Cognito and STS", async () => {
  const { env } = stand.localAws;
  const { VITE_COGNITO_CLIENT_ID: ClientId = "", VITE_COGNITO_IDENTITY_POOL_ID: IdentityPoolId = "" } = env;
  const call = (service: string, operation: string, input: Json) =>
    post("/", target(`${service}.${operation}`), wire(fc.constant(input)));
  const idp = (operation: string, input: Json) => call("AWSCognitoIdentityProviderService", operation, input);
  const identity = (operation: string, input: Json) => call("AWSCognitoIdentityService", operation, input);
  const IdentityId = "us-east-1:11111111-2222-3333-4444-555555555555";
  const AccessToken = "e30.e30.e30";
  const ada = { ClientId, Username: "ada@example.org" };
  const form = {
    Action: "AssumeRoleWithWebIdentity",
    Version: "2011-06-15",
    RoleArn: env.VITE_GUEST_ROLE_ARN ?? "",
    RoleSessionName: `a${CANARY}`,
    WebIdentityToken: AccessToken,
    DurationSeconds: "3600",
    Policy: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
  };
  const encoded = (fields: Json) =>
    new URLSearchParams(
      Object.entries(Object(fields)).map(([name, value]): [string, string] => [
        name,
        typeof value === "string" ? value : JSON.stringify(value),
      ]),
    ).toString();
  const sts = post(
    "/",
    { "content-type": "application/x-www-form-urlencoded" },
    fc.oneof(hostile(fc.constant(form)).map(encoded), edited(encoded(form))),
  );
  const calls = fc.oneof(
    // Whoever sends a usable A has the server compute for a tenth of a second.
    idp("InitiateAuth", { AuthFlow: "USER_SRP_AUTH", ClientId, AuthParameters: { USERNAME: "ada", SRP_A: "0" } }),
    idp("InitiateAuth", { AuthFlow: "REFRESH_TOKEN_AUTH", ClientId, AuthParameters: { REFRESH_TOKEN: "r" } }),
    idp("RespondToAuthChallenge", {
      ChallengeName: "PASSWORD_VERIFIER",
      ClientId,
      ChallengeResponses: {
        USERNAME: "ada",
        PASSWORD_CLAIM_SECRET_BLOCK: "c2VjcmV0",
        TIMESTAMP: "Tue Sep 1 09:05:03 UTC 2026",
        PASSWORD_CLAIM_SIGNATURE: "c2ln",
      },
    }),
    idp("RespondToAuthChallenge", {
      ChallengeName: "SOFTWARE_TOKEN_MFA",
      ClientId,
      Session: "s",
      ChallengeResponses: { USERNAME: "ada", SOFTWARE_TOKEN_MFA_CODE: "123456" },
    }),
    fc
      .constantFrom("GetUser", "GlobalSignOut", "DeleteUser", "AssociateSoftwareToken", "VerifySoftwareToken")
      .chain((operation) => idp(operation, { AccessToken, UserCode: "123456" })),
    idp("UpdateUserAttributes", { AccessToken, UserAttributes: [{ Name: "name", Value: CANARY }] }),
    idp("RevokeToken", { Token: "r", ClientId }),
    idp("SignUp", { ...ada, Password: "short", UserAttributes: [{ Name: "email", Value: `${CANARY}@example.org` }] }),
    idp("ConfirmSignUp", { ...ada, ConfirmationCode: "123456" }),
    idp("ForgotPassword", ada),
    idp("ConfirmForgotPassword", { ...ada, ConfirmationCode: "123456", Password: "Correct-horse-1" }),
    idp("ResendConfirmationCode", ada),
    identity("GetId", { IdentityPoolId, Logins: { provider: AccessToken } }),
    identity("GetOpenIdToken", { IdentityId, Logins: {} }),
    identity("GetCredentialsForIdentity", { IdentityId, CustomRoleArn: "arn" }),
    sts,
  );
  await fc.assert(
    fc.asyncProperty(calls, async (request) => void (await survives(stand, request))),
    overSockets,
  );
});

test("answers any call of Kinesis Video Streams, DynamoDB and @connections, well signed or not", async () => {
  const { deps, localAws } = stand;
  const https = new URL(await channel.endpoint("VIEWER", "HTTPS")).pathname;
  const ChannelARN = channel.arn;
  const json = { "content-type": "application/json" };
  const change = fc.record({
    header: fc.constantFrom("authorization", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256", "host"),
    signed: fc.oneof(fc.constantFrom("constructor", "__proto__", "toString"), text),
    edit: fc.nat(),
  });
  const call = (
    service: string,
    path: string,
    input: Json,
    headers: Record<string, string> = json,
    credentials: Fuzzed["guest"] = deps.handlersCredentials,
  ) =>
    fc
      .record({
        body: wire(fc.constant(input)),
        path: fc.oneof({ weight: 3, arbitrary: fc.constant(path) }, { weight: 1, arbitrary: edited(path) }),
        query: fc.oneof({ weight: 5, arbitrary: fc.constant("") }, { weight: 1, arbitrary: text }),
        change: fc.option(change),
      })
      .map((request) => ({ ...request, service, headers, credentials, signedPath: path }));
  const table = (operation: string, input: Json) =>
    call("dynamodb", "/", input, target(`DynamoDB_20120810.${operation}`));
  const TableName = "lectern-local";
  const item = { pk: { S: "a" }, sk: { S: "b" } };
  const calls = fc.oneof(
    call("kinesisvideo", "/createSignalingChannel", { ChannelName: "lectern-local-fuzz-1", Tags: [] }),
    call("kinesisvideo", "/describeSignalingChannel", { ChannelARN }),
    call("kinesisvideo", "/deleteSignalingChannel", { ChannelARN: `${ChannelARN}1`, CurrentVersion: "1" }),
    call("kinesisvideo", "/getSignalingChannelEndpoint", {
      ChannelARN,
      SingleMasterChannelEndpointConfiguration: { Protocols: ["WSS"], Role: "MASTER" },
    }),
    call("kinesisvideo", "/listSignalingChannels", { ChannelNameCondition: { ComparisonValue: "lectern" } }),
    call("kinesisvideo", `${https}/v1/get-ice-server-config`, { ChannelARN, ClientId: "s-1" }, json, guest),
    call("execute-api", "/ws/@connections/abc%3D", { type: "ended" }),
    call("execute-api", "/ws/@connections/%E0%A4%A", { type: "ended" }),
    table("GetItem", { TableName, Key: item }),
    table("PutItem", { TableName, Item: item }),
    table("Query", {
      TableName,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": { S: "a" } },
    }),
    table("BatchGetItem", { RequestItems: { [TableName]: { Keys: [item] } } }),
  );
  await fc.assert(
    fc.asyncProperty(calls, async (given) => {
      const { body, service, headers, credentials } = given;
      const options = { credentials, now: deps.clock.now() + 1000, service };
      const signed = await signPost(new URL(given.signedPath, localAws.url), { headers, body }, options);
      if (given.change) {
        const { header: name, signed: more, edit } = given.change;
        const value = (signed[name] ?? "").replace("SignedHeaders=", `SignedHeaders=${more};`);
        signed[name] = edit % 3 === 0 ? value.slice(0, edit % (value.length + 1)) : value;
      }
      const path = given.query === "" ? given.path : `${given.path}?${given.query}`;
      await survives(stand, { method: "POST", path, headers: signed, body });
    }),
    overSockets,
  );
});

test("answers any call of the session API's address", async () => {
  const request = fc.record({
    method: fc.constantFrom("GET", "POST", "PATCH", "DELETE", "OPTIONS", "PUT", "HEAD"),
    path: fc.oneof(
      fc.constantFrom("/api/sessions", "/api/sessions/acorn-lamp-river-tidy", "/api/config", "/ws", "/m/1", "/nowhere"),
      edited("/api/sessions/acorn-lamp-river-tidy?a=b&constructor=c&__proto__=d"),
      text,
    ),
    headers: fc.record({
      authorization: fc.oneof(fc.constant("Bearer e30.e30.e30"), text),
      "access-control-request-method": text,
      origin: text,
    }),
    body: wire(fc.constant({ title: "A talk" })),
  });
  await fc.assert(
    fc.asyncProperty(request, async (given) => void (await survives(stand, given))),
    overSockets,
  );
});
