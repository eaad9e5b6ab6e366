import type { Configuration } from "@lectern/auth/configuration";
import { createSigner } from "@lectern/live/signing";
import { type ChannelEndpoints, sessionResponseSchema } from "@lectern/session-api/contract";
import * as v from "valibot";
import { fetchWithRetry } from "./fetch-with-retry.ts";
import { type Check, type Finding, notChecked, ok, wordsOf, wrong } from "./finding.ts";
import type { Credentials } from "./identity-pool.ts";
import type { Tokens } from "./sign-in.ts";
import { openSocket, upgradeStatus } from "./socket.ts";

const OPEN = 101;
const UNAUTHORIZED = 401;
const FORBIDDEN = 403;

interface Asked {
  configuration: Configuration;
  tokens: Tokens;
  speaker: Credentials;
  /** Without them only the speaker's role is checked. */
  guest: Credentials | undefined;
  serverNow(): number;
}

/** Requests to KVS with these credentials. Each resolves to the status of the answer. */
function createCaller(region: string, serverNow: () => number, credentials: Credentials) {
  const signer = createSigner({
    region,
    serverNow,
    credentials: async () => ({ ...credentials, expiration: new Date(serverNow() + 3_600_000) }),
  });
  return {
    async iceServers({ channelArn, httpsEndpoint }: ChannelEndpoints): Promise<number> {
      const url = `${httpsEndpoint}/v1/get-ice-server-config`;
      const body = JSON.stringify({ ChannelARN: channelArn });
      return (await fetchWithRetry(url, { method: "POST", body, headers: await signer.signPost(url, body) })).status;
    },
    async connect({ channelArn, wssEndpoint }: ChannelEndpoints, clientId?: string): Promise<number> {
      const query = { "X-Amz-ChannelARN": channelArn, ...(clientId !== undefined && { "X-Amz-ClientId": clientId }) };
      return upgradeStatus(await signer.signSocketUrl(wssEndpoint, query));
    },
  };
}

/** Which of a role's two permissions is missing, by the statuses KVS answered. */
function judge(check: Check, who: string, connect: string, [ice, socket]: [number, number]): Finding {
  const missing = [
    ...(ice === 200 ? [] : [`GetIceServerConfig (${ice})`]),
    ...(socket === OPEN ? [] : [`${connect} (${socket})`]),
  ];
  if (missing.length === 0) return ok(check, `${who} may get ICE servers and ${connect}.`);
  if (![ice, socket].some((status) => status === UNAUTHORIZED || status === FORBIDDEN)) {
    return wrong(check, `${who} was not served: ${missing.join(" and ")}.`, "Try again in a minute.");
  }
  return wrong(
    check,
    `${who} is refused ${missing.join(" and ")}.`,
    `${who}'s role must allow kinesisvideo:${connect} and kinesisvideo:GetIceServerConfig as in packages/infra/src/policies/roles.ts.`,
  );
}

/** Creates a session for as long as the work takes. */
async function withSession<T>({ configuration, tokens }: Asked, work: (code: string) => Promise<T>): Promise<T> {
  const headers = { authorization: `Bearer ${tokens.accessToken}`, "content-type": "application/json" };
  const url = `${configuration.httpApiUrl}/sessions`;
  const answer = await fetchWithRetry(url, {
    method: "POST",
    headers,
    body: JSON.stringify({ title: "Doctor's visit" }),
  });
  if (!answer.ok) throw new Error(`POST /sessions answers ${answer.status}`);
  const { session } = v.parse(sessionResponseSchema, await answer.json());
  try {
    return await work(session.code);
  } finally {
    await fetchWithRetry(`${url}/${session.code}`, { method: "DELETE", headers });
  }
}

/** Goes live for a moment, and tries with KVS what each of both roles is allowed. */
export async function checkChannel(asked: Asked): Promise<Finding[]> {
  const { configuration, tokens, guest, serverNow } = asked;
  const speaker = createCaller(configuration.region, serverNow, asked.speaker);
  const findings: Finding[] = [];
  try {
    await withSession(asked, async (code) => {
      const host = await openSocket(configuration.webSocketUrl);
      const listener = await openSocket(configuration.webSocketUrl);
      try {
        host.send({ action: "host", token: tokens.accessToken, code });
        const { channels } = await host.next("channels");
        const [channel] = channels;
        if (channel === undefined) throw new Error("the session API gave no channel");
        const answers: [number, number] = [await speaker.iceServers(channel), await speaker.connect(channel)];
        findings.push(judge("speaker-channel", "The speaker", "ConnectAsMaster", answers));
        findings.push(speakerLimits(await speaker.connect(ofAnother(channel))));
        if (guest === undefined) return;

        const caller = createCaller(configuration.region, serverNow, guest);
        findings.push(guestLimits(await caller.connect(channel)));
        host.send({ action: "mastering", channelArn: channel.channelArn });
        await untilLive(host);
        listener.send({ action: "join", code, seat: true });
        const seat = await listener.next("seat");
        const guests: [number, number] = [await caller.iceServers(seat), await caller.connect(seat, seat.clientId)];
        findings.push(judge("guest-channel", "A guest", "ConnectAsViewer", guests));
      } finally {
        host.close();
        listener.close();
      }
    });
  } catch (error) {
    findings.push(
      wrong(
        "speaker-channel",
        `A session could not go live: ${wordsOf(error)}`,
        "Look into the logs of the session stack's functions.",
      ),
    );
  }
  return complete(findings);
}

/** KVS did not get as far as to judge. */
const isOutage = (status: number): boolean => status === 429 || status >= 500;

function guestLimits(status: number): Finding {
  if (status === FORBIDDEN) return ok("guest-limits", "A guest is refused as master.");
  if (isOutage(status)) return notChecked("guest-limits", `Kinesis Video Streams answers ${status}.`);
  return wrong(
    "guest-limits",
    `A guest may connect as master (${status}): anybody could take over any talk.`,
    "The guest role must allow kinesisvideo:ConnectAsViewer and kinesisvideo:GetIceServerConfig, nothing else.",
  );
}

/** The ARN the channel would have if another speaker had created it. It need not exist: IAM refuses before KVS looks. */
const ofAnother = (channel: ChannelEndpoints): ChannelEndpoints => ({
  ...channel,
  channelArn: channel.channelArn.replace(/-[0-9a-f]{32}-/, `-${"0".repeat(32)}-`),
});

function speakerLimits(status: number): Finding {
  if (status === FORBIDDEN)
    return ok("speaker-limits", "The speaker is refused as master of another speaker's channel.");
  if (isOutage(status)) return notChecked("speaker-limits", `Kinesis Video Streams answers ${status}.`);
  return wrong(
    "speaker-limits",
    `The speaker may connect as master to another speaker's channel (${status}): anybody who signs in could take over any talk.`,
    "The speakers' role must name their own channels only, by the principal tag “speaker”, as in packages/infra/src/policies/roles.ts.",
  );
}

async function untilLive(host: Awaited<ReturnType<typeof openSocket>>): Promise<void> {
  for (;;) {
    const { session } = await host.next("session");
    if (session.status === "live") return;
  }
}

function complete(findings: Finding[]): Finding[] {
  const checks: Check[] = ["speaker-channel", "guest-channel", "guest-limits", "speaker-limits"];
  return checks.map(
    (check) =>
      findings.find((finding) => finding.check === check) ?? notChecked(check, "Something before it is wrong."),
  );
}
