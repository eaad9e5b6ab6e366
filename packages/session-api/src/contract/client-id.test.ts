import { expect, test } from "vitest";
import { createClientId, seatIdOf, verifyClientId } from "./client-id.ts";

const arn = "arn:aws:kinesisvideo:us-east-1:123456789012:channel/lectern-test-x-y/1";
const key = btoa("k".repeat(32));
const parts = { seatId: "0123456789abcdef".repeat(2), expiresAt: 1_800_000_090_000 };

test("a ClientId that was issued is verified and gives back its parts", async () => {
  const clientId = await createClientId(key, arn, parts);
  expect(clientId).toMatch(/^[a-zA-Z0-9_.-]{1,256}$/);
  expect(await verifyClientId(key, arn, clientId)).toEqual(parts);
});

test("a change of any one character is refused", async () => {
  const clientId = await createClientId(key, arn, parts);
  for (let at = 0; at < clientId.length; at++) {
    const other = clientId[at] === "a" ? "b" : "a";
    const changed = clientId.slice(0, at) + other + clientId.slice(at + 1);
    expect(await verifyClientId(key, arn, changed), changed).toBeNull();
  }
});

test("another channel and another key are refused", async () => {
  const clientId = await createClientId(key, arn, parts);
  expect(await verifyClientId(key, `${arn}2`, clientId)).toBeNull();
  expect(await verifyClientId(btoa("o".repeat(32)), arn, clientId)).toBeNull();
});

test.each(["", "s-", "viewer-1", "AWS_x", "s-".repeat(100)])("%j is no ClientId of ours", async (clientId) => {
  expect(await verifyClientId(key, arn, clientId)).toBeNull();
  expect(seatIdOf(clientId)).toBeNull();
});

test("names its seat without the key", async () => {
  expect(seatIdOf(await createClientId(key, arn, parts))).toBe(parts.seatId);
});
