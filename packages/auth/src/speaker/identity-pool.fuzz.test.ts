import { fc, type Json, overSockets, wire } from "@lectern/fuzz";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startHttpServer } from "../../testing/http-server.ts";
import { mayRefuse } from "../../testing/may-refuse.ts";
import { createIdentityPool } from "./identity-pool.ts";
import { identityPoolError } from "./identity-pool-errors.ts";

const good = {
  IdentityId: "us-east-1:11111111-2222-3333-4444-555555555555",
  Credentials: { AccessKeyId: "ASIAEXAMPLE", SecretKey: "secret", SessionToken: "token", Expiration: 1_800_000_000 },
};
let given: { operation: string; status: number; body: string } | null = null;
let aws: Awaited<ReturnType<typeof startHttpServer>>;
beforeAll(async () => {
  aws = await startHttpServer(({ operation }) => (given?.operation === operation ? given : { body: good }));
});
afterAll(() => aws.close());

const answers = fc.record({
  operation: fc.constantFrom("GetId", "GetCredentialsForIdentity"),
  // The SDK tries those again that pass, taking its time.
  status: fc.constantFrom(200, 200, 200, 400, 403),
  body: wire(
    fc.constantFrom<Json>(good, { __type: "NotAuthorizedException", message: "Token is not from a provider" }),
  ),
});

test("takes any answer as credentials or an AuthError, and the next good one as credentials", async () => {
  const credentials = async () => {
    const provide = createIdentityPool(
      {
        region: "us-east-1",
        encryptionKey: "",
        userPoolId: "us-east-1_Ab12Cd34E",
        clientId: "1h57kf5cpq17m0eml12example",
        identityPoolId: "us-east-1:11111111-2222-3333-4444-555555555555",
        awsEndpoint: aws.url,
      },
      async () => "id token",
    );
    return provide().catch((error: unknown) => {
      throw identityPoolError(error);
    });
  };
  await fc.assert(
    fc.asyncProperty(answers, async (answer) => {
      aws.received.length = 0;
      given = answer;
      const got = await mayRefuse(credentials());
      if (got === undefined) return;
      for (const part of [got.accessKeyId, got.secretAccessKey, got.sessionToken]) expect(part).toBeTypeOf("string");
      expect(got.expiration.getTime()).not.toBeNaN();
    }),
    overSockets,
  );
  given = null;
  expect(await credentials()).toMatchObject({ accessKeyId: "ASIAEXAMPLE" });
});
