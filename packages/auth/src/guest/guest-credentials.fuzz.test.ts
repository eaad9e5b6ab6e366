import { edited, fc, hostile, type Json, text, wire } from "@lectern/fuzz";
import { expect, test } from "vitest";
import { mapStorage } from "../../testing/http-server.ts";
import { mayRefuse } from "../../testing/may-refuse.ts";
import { createGuestCredentials } from "./guest-credentials.ts";

const POOL = "us-east-1:12345678-90ab-cdef-1234-567890abcdef";
const KEPT = "lectern.guest-identity";
const credentials = [
  "<Credentials><AccessKeyId>ASIAIOSFODNN7EXAMPLE</AccessKeyId><SecretAccessKey>wJalrXUtnFEMI/K7MDENG</SecretAccessKey>",
  "<SessionToken>AQoDYXdzEE0a8ANfZm9ybQ</SessionToken><Expiration>2026-11-22T21:00:00Z</Expiration></Credentials>",
].join("");
const good = {
  GetId: '{"IdentityId":"us-east-1:identity"}',
  GetOpenIdToken: '{"IdentityId":"us-east-1:identity","Token":"token"}',
  AssumeRoleWithWebIdentity: `<AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult>${credentials}</AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`,
};
const refused =
  "<ErrorResponse><Error><Code>AccessDenied</Code><Message>Not authorized</Message></Error></ErrorResponse>";

const json = wire(
  fc.constantFrom<Json>(
    JSON.parse(good.GetId),
    JSON.parse(good.GetOpenIdToken),
    { __type: "NotAuthorizedException", message: "Unauthenticated access is not supported." },
    { __type: "InvalidParameterException", message: "Basic (classic) flow is not enabled" },
  ),
);
const xml = fc.oneof(
  edited(good.AssumeRoleWithWebIdentity),
  edited(refused),
  text,
  // As many beginnings as a megabyte has room for.
  fc.constantFrom("<Credentials>", "<Code>", "<AccessKeyId>").map((open) => open.repeat(80_000)),
);
const answer = fc
  .constantFrom<keyof typeof good>("GetId", "GetOpenIdToken", "AssumeRoleWithWebIdentity")
  .chain((operation) =>
    fc.record({
      operation: fc.constant(operation),
      status: fc.constantFrom(200, 200, 200, 400, 403, 429, 500),
      body: operation === "AssumeRoleWithWebIdentity" ? xml : json,
    }),
  );
const kept = fc.oneof(
  wire(hostile(fc.constant({ identityPoolId: POOL, identityId: "us-east-1:kept" }))),
  fc.constant(null),
);

test("takes any answer, and any remembered identity, as credentials or an AuthError", async () => {
  let given: { operation: string; status: number; body: string } | null = null;
  const storage = mapStorage();
  const get = createGuestCredentials(
    { region: "us-east-1", identityPoolId: POOL, guestRoleArn: "arn:aws:iam::123456789012:role/guest" },
    {
      random: () => 0,
      storage,
      async fetch(_, init) {
        const target = new Headers(init?.headers).get("x-amz-target")?.split(".")[1] ?? "AssumeRoleWithWebIdentity";
        if (given?.operation === target) return new Response(given.body, { status: given.status });
        return new Response(good[target as keyof typeof good]);
      },
    },
  );
  await fc.assert(
    fc.asyncProperty(answer, kept, async (hostileAnswer, remembered) => {
      if (remembered === null) storage.removeItem(KEPT);
      else storage.setItem(KEPT, remembered);
      given = hostileAnswer;
      const got = await mayRefuse(get("fresh"));
      if (got) expect(got.expiration.getTime()).not.toBeNaN();
      given = null;
      expect(await get("fresh")).toMatchObject({ accessKeyId: "ASIAIOSFODNN7EXAMPLE" });
    }),
  );
});
