import {
  identityClients,
  openSocket,
  REAPER_NAME,
  startTestStand,
  type TestSocket,
  type TestStand,
} from "@lectern/local-aws/testing";
import { sessionResponseSchema } from "@lectern/session-api/contract";
import * as v from "valibot";
import { afterAll, afterEach, beforeAll, expect, it, vi } from "vitest";
import { createScenario } from "../testing/scenario.ts";
import { resume, stop } from "./emergency.ts";

let stand: TestStand;
let scenario: Awaited<ReturnType<typeof createScenario>>;
const sockets: TestSocket[] = [];

beforeAll(async () => {
  stand = await startTestStand();
  const { operator, localAws } = stand;
  vi.stubEnv("AWS_ENDPOINT_URL", localAws.url);
  vi.stubEnv("AWS_ACCESS_KEY_ID", operator.accessKeyId);
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", operator.secretAccessKey);
  vi.stubEnv("AWS_SESSION_TOKEN", operator.sessionToken);
  scenario = await createScenario(stand);
});
afterEach(async () => {
  for (const { raw } of sockets.splice(0)) raw.close();
  await resume(emergency());
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await stand.localAws.close();
});

const emergency = () => ({
  region: "us-east-1",
  identityPoolId: stand.deps.identifiers.identityPoolId,
  guestRoleArn: stand.deps.roles.guest.arn,
  reaperName: REAPER_NAME,
});

async function guestKeys() {
  const clients = identityClients(stand);
  const token = await clients.getOpenIdToken(await clients.getId());
  const { Credentials: given } = await clients.assumeRole(token, stand.deps.roles.guest.arn);
  return {
    accessKeyId: given?.AccessKeyId ?? "",
    secretAccessKey: given?.SecretAccessKey ?? "",
    sessionToken: given?.SessionToken ?? "",
  };
}

/** A session on air, with its host's socket. */
async function goLive() {
  const url = `${stand.localAws.env.VITE_HTTP_API_URL}/sessions`;
  const headers = { authorization: `Bearer ${scenario.accessToken}`, "content-type": "application/json" };
  const made = await fetch(url, { method: "POST", headers, body: JSON.stringify({ title: "On air" }) });
  const { code } = v.parse(sessionResponseSchema, await made.json()).session;
  const host = await openSocket(stand.localAws.env.VITE_WEBSOCKET_URL ?? "");
  sockets.push(host);
  const channelSchema = v.object({ channels: v.tuple([v.object({ channelArn: v.string() })]) });
  host.send({ action: "host", token: scenario.accessToken, code });
  const [{ channelArn }] = v.parse(channelSchema, await host.received({ type: "channels" })).channels;
  host.send({ action: "mastering", channelArn });
  const status = async () =>
    v.parse(sessionResponseSchema, await (await fetch(`${url}/${code}`)).json()).session.status;
  await expect.poll(status).toBe("live");
  return { host, status };
}

it("refuses new guests, takes every permission from those who are in, and ends every session", async () => {
  const [first, second] = [await goLive(), await goLive()];
  const guest = await guestKeys();
  const channel = await stand.createChannel("lectern-local-stopped");
  (await channel.viewer(guest, "before")).raw.close();

  await stop(emergency());

  expect(await first.status()).toBe("ended");
  expect(await second.status()).toBe("ended");
  await first.host.received({ type: "ended" });
  await expect(identityClients(stand).getId()).rejects.toMatchObject({ name: "NotAuthorizedException" });
  expect(await channel.viewerRefused(guest, "after")).toMatchObject({ status: 403, type: "AccessDeniedException" });
  await expect(channel.iceServers(guest)).rejects.toMatchObject({ name: "NotAuthorizedException" });
  expect(await scenario.failedStep()).toBe("guest's credentials");
});

it("is undone completely, also after two stops, and undoing it twice does no harm", async () => {
  await stop(emergency());
  await stop(emergency());
  await resume(emergency());
  expect(stand.localAws.settings).toMatchObject({ guests: true, classicFlow: true });
  expect(await scenario.failedStep()).toBeNull();
  await resume(emergency());
});

it("refuses guests even if the sessions cannot be ended, and says so", async () => {
  stand.localAws.settings.removedActions = ["handlers sts:AssumeRole"];
  await expect(stop(emergency())).rejects.toMatchObject({ code: "tool-failed", message: /Guests are shut out/ });
  expect(stand.localAws.settings.guests).toBe(false);
  stand.localAws.settings.removedActions = [];
});
