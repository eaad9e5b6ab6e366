import { expect, it } from "vitest";
import { createCredentials, reportingRefusal } from "./credentials.ts";
import { LiveError } from "./errors.ts";

function setUp(fails?: Error) {
  let time = 0;
  const asked: (string | undefined)[] = [];
  const credentials = createCredentials(
    async (fresh) => {
      asked.push(fresh);
      if (fails) throw fails;
      return { accessKeyId: "a", secretAccessKey: "b", sessionToken: "c", expiration: new Date(0) };
    },
    (error) => error instanceof TypeError,
    () => time,
  );
  const refused = (code: "signaling-refused" | "network") =>
    reportingRefusal(credentials, () => Promise.reject(new LiveError(code, "no"))).catch(() => undefined);
  return { credentials, asked, refused, pass: (ms: number) => (time += ms) };
}

it("asks for others once KVS has refused, at once and then more and more seldom", async () => {
  const { credentials, asked, refused, pass } = setUp();
  const askedFresh: number[] = [];
  for (let seconds = 0; seconds <= 140; seconds++) {
    await refused("signaling-refused");
    const before = asked.length;
    await credentials();
    if (asked[before] === "fresh") askedFresh.push(seconds);
    pass(1000);
  }
  expect(askedFresh).toEqual([0, 1, 3, 7, 15, 31, 63, 95, 127]);
});

it("asks at once again when the last refusal is long ago, and never because the network failed", async () => {
  const { credentials, asked, refused, pass } = setUp();
  await refused("signaling-refused");
  await credentials();
  pass(60_000);
  await refused("network");
  await credentials();
  await refused("signaling-refused");
  await credentials();
  pass(1000);
  await refused("signaling-refused");
  await credentials();
  expect(asked).toEqual(["fresh", undefined, "fresh", "fresh"]);
});

it("goes on asking for others until it gets them", async () => {
  const { credentials, asked, refused } = setUp(new TypeError("offline"));
  await refused("signaling-refused");
  await expect(credentials()).rejects.toMatchObject({ code: "network" });
  await expect(credentials()).rejects.toMatchObject({ code: "network" });
  expect(asked).toEqual(["fresh", "fresh"]);
});

it("says when another try is pointless", async () => {
  const { credentials } = setUp(new Error("role withdrawn"));
  await expect(credentials()).rejects.toMatchObject({ code: "credentials-refused" });
});
