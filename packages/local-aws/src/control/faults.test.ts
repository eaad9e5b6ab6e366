import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CognitoIdentityClient, GetIdCommand } from "@aws-sdk/client-cognito-identity";
import { DescribeSignalingChannelCommand } from "@aws-sdk/client-kinesis-video";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Keys } from "../testing/presign.ts";
import { openSocket, refusalOf } from "../testing/sockets.ts";
import { startTestStand, type TestStand } from "../testing/stand.ts";

let stand: TestStand;
let dataDirectory: string;
beforeAll(async () => {
  dataDirectory = mkdtempSync(join(tmpdir(), "lectern-faults-"));
  stand = await startTestStand({ dataDirectory });
});
afterAll(async () => {
  await stand.localAws.close();
  rmSync(dataDirectory, { recursive: true, force: true });
});
afterEach(() => control("faults", { fault: "clear" }));

async function control(path: string, body: unknown): Promise<number> {
  const answer = await fetch(`${stand.localAws.url}/_local/${path}`, { method: "POST", body: JSON.stringify(body) });
  return answer.status;
}
const answer = (service: string, how: string, delayMs?: number) =>
  control("faults", { fault: "answer", service, how, ...(delayMs !== undefined && { delayMs }) });

const getId = () => {
  const { url, env } = stand.localAws;
  const client = new CognitoIdentityClient({
    region: "us-east-1",
    endpoint: url,
    maxAttempts: 1,
    credentials: { accessKeyId: "x", secretAccessKey: "x" },
  });
  return client.send(new GetIdCommand({ IdentityPoolId: env.VITE_COGNITO_IDENTITY_POOL_ID }));
};

test.each([
  ["error", { name: "ServiceUnavailable", $metadata: { httpStatusCode: 503 } }],
  ["throttle", { name: "TooManyRequestsException", $metadata: { httpStatusCode: 400 } }],
  ["refuse", { code: "ECONNRESET" }],
])("a service answers with %s until all is clear, and no other does", async (how, refusal) => {
  expect(await answer("cognito-identity", how)).toBe(200);
  await expect(getId()).rejects.toMatchObject(refusal);
  const channel = await stand.createChannel(`lectern-local-alice-${how}`);
  (await channel.master(stand.speaker("alice"))).raw.close();
  await control("faults", { fault: "clear" });
  await getId();
});

test("a service answers late, or hangs until the fault is cleared", async () => {
  await answer("cognito-identity", "delay", 30);
  await getId();
  await answer("cognito-identity", "hang");
  const hanging = expect(getId()).rejects.toMatchObject({ code: "ECONNRESET" });
  // Asked after it and answered before it: the request has arrived.
  await expect(Promise.race([hanging, control("settings", {}).then(() => control("settings", {}))])).resolves.toBe(200);
  await control("faults", { fault: "clear" });
  await hanging;
});

test("faults refuse sockets as they refuse requests", async () => {
  const channel = await stand.createChannel("lectern-local-alice-refused");
  const url = await channel.viewerUrl(stand.guest, "v1");
  await answer("signaling", "error");
  expect((await refusalOf(url)).status).toBe(503);
});

test("says what is wrong with a fault it does not know", async () => {
  expect(await answer("nobody", "error")).toBe(400);
  expect(await answer("sts", "explode")).toBe(400);
});

test("credentials of a withdrawn role are refused, and good again when it is back", async () => {
  const channel = await stand.createChannel("lectern-local-alice-withdrawn");
  await control("settings", { withdrawnRoles: ["guest"] });
  expect(await channel.viewerRefused(stand.guest, "v1")).toMatchObject({ status: 403, type: "AccessDeniedException" });
  (await channel.master(stand.speaker("alice"))).raw.close();
  await control("settings", { withdrawnRoles: [] });
  (await channel.viewer(stand.guest, "v1")).raw.close();
});

test("a restart loses credentials and sockets, and keeps accounts, channels, port and time", async () => {
  const channel = await stand.createChannel("lectern-local-alice-restart");
  const viewer = await channel.viewer(stand.guest, "v1");
  const before = stand.localAws.clock.now();
  const lost = stand.handlers;
  expect(await control("faults", { fault: "restart", downMs: 100 })).toBe(200);
  expect(await viewer.closed).toBe(1006);
  const describe = (credentials: Keys) =>
    stand.kinesisVideo(credentials).send(new DescribeSignalingChannelCommand({ ChannelARN: channel.arn }));
  // Refused connections first, then the new start, which knows nothing of the credentials given before.
  await expect.poll(() => describe(lost).catch(({ name }) => name)).toBe("UnrecognizedClientException");
  const { ChannelInfo } = await describe(stand.deps.handlersCredentials);
  expect(ChannelInfo).toMatchObject({ ChannelARN: channel.arn, ChannelStatus: "ACTIVE" });
  expect(stand.localAws.clock.now()).toBeGreaterThan(before);
});

test("a fault that is to happen so many times happens no more often, to messages of open sockets alone if so wished", async () => {
  await control("faults", { fault: "answer", service: "web-socket-message", how: "error", times: 1 });
  const socket = await openSocket(`${stand.localAws.url.replace("http", "ws")}/ws`);
  socket.send({ action: "ping" });
  await socket.received({ message: "Internal server error" });
  socket.send({ action: "ping" });
  await socket.received({ type: "not-entered" });
  socket.raw.close();
});
