import { afterEach, describe, expect, it } from "vitest";
import { type HttpAnswer, mapStorage, type ReceivedRequest, startHttpServer } from "../../testing/http-server.ts";
import { createGuestCredentials, type GuestEnvironment } from "./guest-credentials.ts";

const POOL = "us-east-1:11111111-2222-3333-4444-555555555555";
const KEY = "lectern.guest-identity";
const ROLE = "arn:aws:iam::123456789012:role/lectern-local-guest";
const credentialsXml = (
  key: string,
) => `<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
  <AssumeRoleWithWebIdentityResult>
    <Credentials><AccessKeyId>${key}</AccessKeyId><SecretAccessKey>se/cr+et=</SecretAccessKey>
      <SessionToken>FwoGZ/to+ken==</SessionToken><Expiration>2026-11-22T22:00:00Z</Expiration></Credentials>
    <AssumedRoleUser><Arn>arn:aws:sts::1:assumed-role/g/lectern-listener</Arn></AssumedRoleUser>
  </AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`;
const errorXml = (code: string, message = "no") =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`;
const json = (type: string, message = "", status = 400): HttpAnswer => ({ status, body: { __type: type, message } });

type Answers = Partial<
  Record<"GetId" | "GetOpenIdToken" | "AssumeRoleWithWebIdentity", (request: ReceivedRequest) => HttpAnswer | undefined>
>;

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** AWS as it answers when all is well, except where told otherwise. */
async function startAws(answers: Answers = {}) {
  let identities = 0;
  let assumed = 0;
  const server = await startHttpServer((request) => {
    const own = answers[request.operation as keyof Answers]?.(request);
    if (own !== undefined) return own;
    if (request.operation === "GetId") return { body: { IdentityId: `us-east-1:identity-${++identities}` } };
    if (request.operation === "GetOpenIdToken") return { body: { IdentityId: "x", Token: "open.id.token" } };
    return { body: credentialsXml(`ASIAEXAMPLE0000000${++assumed}`) };
  });
  closing.push(server.close);
  return server;
}

function guest(url: string, environment: GuestEnvironment = {}) {
  return createGuestCredentials(
    { region: "us-east-1", identityPoolId: POOL, guestRoleArn: ROLE, awsEndpoint: url },
    // With 0 as the random number, full jitter waits 0 ms before each try.
    { random: () => 0, storage: mapStorage(), ...environment },
  );
}

/** Answers the first request with `first`, later ones as usual. */
const once = (first: HttpAnswer) => {
  let asked = 0;
  return () => (asked++ === 0 ? first : undefined);
};

describe("guest credentials", () => {
  it("come by the classic flow, with the role and session name of listeners", async () => {
    const aws = await startAws();
    const credentials = await guest(aws.url)();
    expect(credentials).toEqual({
      accessKeyId: "ASIAEXAMPLE00000001",
      secretAccessKey: "se/cr+et=",
      sessionToken: "FwoGZ/to+ken==",
      expiration: new Date("2026-11-22T22:00:00Z"),
    });
    expect(aws.operations()).toEqual(["GetId", "GetOpenIdToken", "AssumeRoleWithWebIdentity"]);
    expect(JSON.parse(aws.received[0]?.body ?? "")).toEqual({ IdentityPoolId: POOL });
    expect(Object.fromEntries(new URLSearchParams(aws.received[2]?.body))).toEqual({
      Action: "AssumeRoleWithWebIdentity",
      Version: "2011-06-15",
      RoleArn: ROLE,
      RoleSessionName: "lectern-listener",
      WebIdentityToken: "open.id.token",
      DurationSeconds: "3600",
    });
  });

  it("come to no harm from an answer of a hundred thousand beginnings", async () => {
    const aws = await startAws({
      AssumeRoleWithWebIdentity: () => ({ status: 403, body: "<Code>".repeat(100_000) }),
    });
    await expect(guest(aws.url)()).rejects.toMatchObject({ code: "unavailable" });
  });

  it("ask STS without headers that would cost a preflight", async () => {
    const aws = await startAws();
    await guest(aws.url)();
    const headers = aws.received[2]?.headers;
    expect(headers?.["content-type"]).toBe("application/x-www-form-urlencoded;charset=UTF-8");
    expect(Object.keys(headers ?? {}).filter((name) => name.startsWith("x-amz"))).toEqual([]);
  });

  it("are shared by callers and kept until five minutes before their end", async () => {
    const aws = await startAws();
    let now = 0;
    const credentials = guest(aws.url, { now: () => now, steadyNow: () => 0 });
    const [a, b] = await Promise.all([credentials(), credentials()]);
    expect(a).toBe(b);
    now = 54 * 60_000;
    expect(await credentials()).toBe(a);
    expect(aws.received).toHaveLength(3);
    now = 56 * 60_000;
    expect((await credentials()).accessKeyId).toBe("ASIAEXAMPLE00000002");
    expect(aws.operations().slice(3)).toEqual(["GetOpenIdToken", "AssumeRoleWithWebIdentity"]);
  });

  it("are renewed by the steady clock when the device's clock is set back", async () => {
    const aws = await startAws();
    let steadyNow = 0;
    let now = 10_000_000;
    const credentials = guest(aws.url, { now: () => now, steadyNow: () => steadyNow });
    await credentials();
    now = 0;
    steadyNow = 56 * 60_000;
    expect((await credentials()).accessKeyId).toBe("ASIAEXAMPLE00000002");
  });

  it("serve on while new ones cannot be had, until their end", async () => {
    let down = false;
    const aws = await startAws({ GetOpenIdToken: () => (down ? { status: 503, body: "" } : undefined) });
    let now = 0;
    const credentials = guest(aws.url, { now: () => now, steadyNow: () => 0 });
    const first = await credentials();
    down = true;
    now = 56 * 60_000;
    expect(await credentials()).toBe(first);
    now = 60 * 60_000;
    await expect(credentials()).rejects.toMatchObject({ code: "unavailable" });
  });

  it("remember the identity across page loads", async () => {
    const aws = await startAws();
    const storage = mapStorage();
    await guest(aws.url, { storage })();
    await guest(aws.url, { storage })();
    expect(aws.operations().filter((operation) => operation === "GetId")).toHaveLength(1);
  });

  it.each(["NotAuthorizedException", "ResourceNotFoundException"])(
    "forget an identity refused with %s",
    async (type) => {
      const aws = await startAws({
        GetOpenIdToken: ({ body }) => (body.includes("identity-old") ? json(type) : undefined),
      });
      const storage = mapStorage();
      storage.setItem(KEY, JSON.stringify({ identityPoolId: POOL, identityId: "us-east-1:identity-old" }));
      await guest(aws.url, { storage })();
      expect(aws.operations()).toEqual(["GetOpenIdToken", "GetId", "GetOpenIdToken", "AssumeRoleWithWebIdentity"]);
      expect(storage.getItem(KEY)).toContain("us-east-1:identity-1");
    },
  );

  it("ask for a new identity only once", async () => {
    const aws = await startAws({ GetOpenIdToken: () => json("NotAuthorizedException") });
    await expect(guest(aws.url)()).rejects.toMatchObject({ code: "guest-access-off" });
    expect(aws.operations()).toEqual(["GetId", "GetOpenIdToken"]);
  });

  it.each([
    ["another pool's identity", JSON.stringify({ identityPoolId: "us-east-1:other", identityId: "us-east-1:old" })],
    ["something else", "{]"],
    ["something of another shape", JSON.stringify({ identityPoolId: POOL, identityId: 7 })],
  ])("take no notice of %s in the storage", async (_what, kept) => {
    const aws = await startAws();
    const storage = mapStorage();
    storage.setItem(KEY, kept);
    await guest(aws.url, { storage })();
    expect(aws.operations()[0]).toBe("GetId");
  });

  it("work where storage is forbidden", async () => {
    const aws = await startAws();
    const forbid = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
    const storage = { getItem: forbid, setItem: forbid, removeItem: forbid };
    const credentials = guest(aws.url, { storage });
    expect((await credentials()).accessKeyId).toBe("ASIAEXAMPLE00000001");
  });

  it.each([
    [
      "GetId",
      json("NotAuthorizedException", "Unauthenticated access is not supported for this identity pool."),
      "guest-access-off",
    ],
    ["GetId", json("ResourceNotFoundException", "IdentityPool not found."), "identity-pool-not-found"],
    ["GetId", json("com.amazonaws.x#ResourceNotFoundException"), "identity-pool-not-found"],
    ["GetId", json("ValidationException", "Value at 'identityPoolId' failed"), "identity-pool-invalid"],
    ["GetId", json("InvalidParameterException"), "identity-pool-invalid"],
    [
      "GetOpenIdToken",
      json("InvalidParameterException", "Basic (classic) flow is not enabled, please use enhanced flow."),
      "classic-flow-off",
    ],
    [
      "GetOpenIdToken",
      json(
        "InvalidParameterException",
        "Basic (classic) flow is not supported with RoleMappings, please use enhanced flow.",
      ),
      "classic-flow-off",
    ],
    ["GetOpenIdToken", json("InvalidParameterException", "other"), "identity-pool-invalid"],
    ["AssumeRoleWithWebIdentity", { status: 403, body: errorXml("AccessDenied") }, "guest-role-refused"],
    ["AssumeRoleWithWebIdentity", { status: 400, body: errorXml("InvalidIdentityToken") }, "guest-role-refused"],
    ["AssumeRoleWithWebIdentity", { status: 400, body: errorXml("ValidationError") }, "guest-role-refused"],
  ] as const)("refused by %s are not asked for again: %j is %s", async (operation, answer, code) => {
    const aws = await startAws({ [operation]: () => answer });
    await expect(guest(aws.url)()).rejects.toMatchObject({ name: "AuthError", code });
    expect(aws.operations().filter((asked) => asked === operation)).toHaveLength(1);
  });

  it.each([
    ["GetId", json("TooManyRequestsException", "Rate exceeded"), "throttled"],
    [
      "GetId",
      { status: 400, headers: { "x-amzn-errortype": "ThrottlingException:" }, body: { message: "no" } },
      "throttled",
    ],
    ["GetId", json("InternalErrorException", "", 500), "unavailable"],
    ["GetOpenIdToken", json("TooManyRequestsException", "", 429), "throttled"],
    ["AssumeRoleWithWebIdentity", { status: 400, body: errorXml("Throttling") }, "throttled"],
    ["AssumeRoleWithWebIdentity", { status: 400, body: errorXml("IDPCommunicationError") }, "unavailable"],
    ["AssumeRoleWithWebIdentity", { status: 503, body: "<html>" }, "unavailable"],
  ] as const)(
    "are asked for again after %s answered %j, and fail as %s if it goes on",
    async (operation, answer, code) => {
      const passing = await startAws({ [operation]: once(answer) });
      expect((await guest(passing.url)()).accessKeyId).toMatch(/^ASIA/);
      const lasting = await startAws({ [operation]: () => answer });
      await expect(guest(lasting.url)()).rejects.toMatchObject({ code });
      expect(lasting.operations().filter((asked) => asked === operation)).toHaveLength(5);
    },
  );

  it.each([
    ["no credentials", "<AssumeRoleWithWebIdentityResponse/>"],
    ["credentials twice", credentialsXml("ASIAEXAMPLE00000001").repeat(2)],
    ["a key that is none", credentialsXml("<b>ASIA</b>")],
    ["no XML", "{}"],
  ])("are not made of an answer with %s", async (_what, body) => {
    const aws = await startAws({ AssumeRoleWithWebIdentity: () => ({ body }) });
    await expect(guest(aws.url)()).rejects.toMatchObject({ code: "unavailable" });
  });

  it("say so when AWS cannot be reached", async () => {
    const aws = await startAws();
    await aws.close();
    closing.splice(0);
    await expect(guest(aws.url)()).rejects.toMatchObject({ code: "network", cause: expect.any(TypeError) });
  });

  it.each<[string, HttpAnswer]>([
    ["an answer that is not understood", { body: credentialsXml("<x>") }],
    ["a refusal that quotes them", { status: 400, body: errorXml("ValidationError", "Value 'open.id.token' at") }],
  ])("keep tokens and keys out of the error after %s", async (_what, answer) => {
    const aws = await startAws({ AssumeRoleWithWebIdentity: () => answer });
    const error: unknown = await guest(aws.url)().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).not.toMatch(/open\.id\.token|to\+ken|cr\+et/);
  });
});
