import { HTTP_THROTTLE } from "@lectern/session-api/contract";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as apiGateway from "../testing/quotas/api-gateway.ts";
import * as cognito from "../testing/quotas/cognito.ts";
import * as kinesisVideo from "../testing/quotas/kinesis-video.ts";
import type { Attempt, Outcome } from "../testing/quotas/outcome.ts";
import * as signaling from "../testing/quotas/signaling.ts";
import { startTestStand, stillClock, type TestStand } from "../testing/stand.ts";
import { findCoturn } from "../turn/launch.ts";

/** One quota of AWS, and how to come up against it. */
interface Quota {
  name: string;
  limit: number;
  /** How much each of many adds to it, or how large, or how long (ms), a single one may be. */
  of: "calls a second" | "at once" | "characters" | "bytes" | "ms";
  begin(stand: TestStand): Promise<Attempt>;
  /** What becomes of one more. */
  over: Outcome;
  /** Under which reason that is counted in `GET /_local/state`. Null: an end that was due is no refusal. */
  counted: string | null;
}

const MINUTE = 60_000;
const clientLimit = { type: "ClientLimitExceededException", status: 400 };
const tooManyRequests = { type: "TooManyRequestsException", status: 400 };
const closedAsDue = { over: { closes: 1001 }, counted: null } as const;

const throttled = (service: "kinesisvideo" | "signaling") =>
  ({ of: "calls a second", over: clientLimit, counted: `${service}:ClientLimitExceededException` }) as const;
const throttledByCognito = (service: "cognito-idp" | "cognito-identity") =>
  ({ of: "calls a second", over: tooManyRequests, counted: `${service}:TooManyRequestsException` }) as const;

const quotas: readonly Quota[] = [
  // Kinesis Video Streams, control plane: per account, and for some actions per channel.
  { name: "CreateSignalingChannel", limit: 50, ...throttled("kinesisvideo"), begin: kinesisVideo.createChannels },
  {
    name: "DescribeSignalingChannel",
    limit: 300,
    ...throttled("kinesisvideo"),
    begin: (stand) => kinesisVideo.describeChannels(stand, 61),
  },
  {
    name: "DescribeSignalingChannel of one channel",
    limit: 5,
    ...throttled("kinesisvideo"),
    begin: (stand) => kinesisVideo.describeChannels(stand, 1),
  },
  { name: "GetSignalingChannelEndpoint", limit: 300, ...throttled("kinesisvideo"), begin: kinesisVideo.getEndpoints },
  {
    name: "DeleteSignalingChannel",
    limit: 50,
    ...throttled("kinesisvideo"),
    begin: (stand) => kinesisVideo.deleteChannels(stand, 52),
  },
  {
    name: "DeleteSignalingChannel of one channel",
    limit: 5,
    ...throttled("kinesisvideo"),
    begin: (stand) => kinesisVideo.deleteChannels(stand, 1),
  },
  { name: "ListSignalingChannels", limit: 50, ...throttled("kinesisvideo"), begin: kinesisVideo.listChannels },

  // Kinesis Video Streams, signaling.
  { name: "ConnectAsMaster", limit: 3, ...throttled("signaling"), begin: signaling.connectMasters },
  { name: "ConnectAsViewer", limit: 3, ...throttled("signaling"), begin: signaling.connectViewers },
  { name: "viewers of a channel", limit: 10, ...throttled("signaling"), of: "at once", begin: signaling.seatViewers },
  {
    name: "GetIceServerConfig",
    limit: 100,
    ...throttled("signaling"),
    begin: (stand) => kinesisVideo.getIceServers(stand, 21),
  },
  {
    name: "GetIceServerConfig of one channel",
    limit: 5,
    ...throttled("signaling"),
    begin: (stand) => kinesisVideo.getIceServers(stand, 1),
  },
  {
    name: "offers of a socket, with a correlation id",
    limit: 5,
    ...throttled("signaling"),
    begin: (stand) => signaling.sendMessages(stand, { send: signaling.offer, from: "viewer", correlated: true }),
  },
  {
    name: "offers of a socket",
    limit: 5,
    ...throttled("signaling"),
    over: "silence",
    begin: (stand) => signaling.sendMessages(stand, { send: signaling.offer, from: "viewer", correlated: false }),
  },
  {
    name: "answers of a socket",
    limit: 5,
    ...throttled("signaling"),
    begin: (stand) => signaling.sendMessages(stand, { send: signaling.answer, from: "master", correlated: true }),
  },
  {
    name: "candidates of a socket, with a correlation id",
    limit: 20,
    ...throttled("signaling"),
    begin: (stand) =>
      signaling.sendMessages(stand, { send: signaling.viewersCandidate, from: "viewer", correlated: true }),
  },
  {
    name: "candidates of a socket",
    limit: 20,
    ...throttled("signaling"),
    over: "silence",
    begin: (stand) =>
      signaling.sendMessages(stand, { send: signaling.viewersCandidate, from: "viewer", correlated: false }),
  },
  {
    name: "payload, with a correlation id",
    limit: 10_000,
    of: "characters",
    over: { type: "InvalidArgumentException", status: 400 },
    counted: "signaling:InvalidArgumentException",
    begin: (stand) => signaling.sendMessages(stand, { send: signaling.largeOffer, from: "viewer", correlated: true }),
  },
  {
    name: "payload",
    limit: 10_000,
    of: "characters",
    over: "silence",
    counted: "signaling:InvalidArgumentException",
    begin: (stand) => signaling.sendMessages(stand, { send: signaling.largeOffer, from: "viewer", correlated: false }),
  },
  { name: "idle signaling socket", limit: 10 * MINUTE, of: "ms", ...closedAsDue, begin: signaling.stayConnected },
  {
    name: "signaling socket",
    limit: 60 * MINUTE,
    of: "ms",
    ...closedAsDue,
    begin: (stand) => signaling.stayConnected(stand, true),
  },
  { name: "signaling socket after GO_AWAY", limit: MINUTE, of: "ms", ...closedAsDue, begin: signaling.goAway },

  // Cognito.
  {
    name: "InitiateAuth (UserAuthentication)",
    limit: 120,
    ...throttledByCognito("cognito-idp"),
    begin: cognito.refreshTokens,
  },
  {
    name: "RespondToAuthChallenge (three times UserAuthentication)",
    limit: 360,
    ...throttledByCognito("cognito-idp"),
    begin: cognito.answerChallenges,
  },
  ...cognito.categories.map((category) => ({ ...category, ...throttledByCognito("cognito-idp") })),
  { name: "GetId", limit: 25, ...throttledByCognito("cognito-identity"), begin: cognito.getIds },
  { name: "GetOpenIdToken", limit: 200, ...throttledByCognito("cognito-identity"), begin: cognito.getOpenIdTokens },
  {
    name: "GetCredentialsForIdentity",
    limit: 200,
    ...throttledByCognito("cognito-identity"),
    begin: cognito.getCredentials,
  },

  // API Gateway.
  {
    name: "WebSocket frame",
    limit: 32 * 1024,
    of: "bytes",
    over: { closes: 1009 },
    counted: "web-socket-api:message-too-large",
    begin: (stand) => apiGateway.sendText(stand, 256 * 1024),
  },
  {
    name: "WebSocket message, its frames together",
    limit: 128 * 1024,
    of: "bytes",
    over: { closes: 1009 },
    counted: "web-socket-api:message-too-large",
    begin: (stand) => apiGateway.sendText(stand, 32 * 1024),
  },
  {
    name: "what is posted to @connections",
    limit: 128 * 1024,
    of: "bytes",
    over: { type: "PayloadTooLargeException", status: 413 },
    counted: "web-socket-api:PayloadTooLargeException",
    begin: apiGateway.postToConnection,
  },
  { name: "idle WebSocket", limit: 10 * MINUTE, of: "ms", ...closedAsDue, begin: apiGateway.stayOnline },
  {
    name: "WebSocket",
    limit: 120 * MINUTE,
    of: "ms",
    ...closedAsDue,
    begin: (stand) => apiGateway.stayOnline(stand, true),
  },
  {
    name: "answer to an HTTP request",
    limit: 29_000,
    of: "ms",
    over: { type: "Service Unavailable", status: 503 },
    counted: "http-api:ServiceUnavailable",
    begin: apiGateway.waitForAnswer,
  },
  {
    name: "HTTP requests in a burst",
    limit: HTTP_THROTTLE.burstLimit,
    of: "calls a second",
    over: { type: "Too Many Requests", status: 429 },
    counted: "http-api:TooManyRequests",
    begin: apiGateway.ask,
  },
  {
    name: "HTTP body",
    limit: 10 * 1024 * 1024,
    of: "bytes",
    over: { type: "Request Entity Too Large", status: 413 },
    counted: "http-api:RequestEntityTooLarge",
    begin: apiGateway.sendBody,
  },
];

/** Only with coturn there are relays. */
const relays: Quota = {
  name: "TURN allocations of a channel",
  limit: 50,
  of: "at once",
  over: { stun: 486 },
  counted: "turn:AllocationQuotaReached",
  begin: signaling.allocateRelays,
};

let stand: TestStand;
beforeAll(async () => {
  // Handlers that were left waiting for their table say so in the end.
  vi.spyOn(console, "error").mockImplementation(() => {});
  stand = await startTestStand({ turn: "auto", clock: stillClock() });
});
afterAll(async () => {
  await stand.localAws.close();
  vi.restoreAllMocks();
});

async function expectLimit(attempt: Attempt, { limit, of, over }: Quota): Promise<void> {
  switch (of) {
    case "calls a second":
      for (let n = 1; n <= limit; n++) expect(await attempt(n)).toBe("accepted");
      expect(await attempt(limit + 1)).toEqual(over);
      stand.localAws.clock.advance(1000);
      expect(await attempt(limit + 2)).toBe("accepted");
      return;
    case "at once":
      for (let n = 1; n <= limit; n++) expect(await attempt(n)).toBe("accepted");
      expect(await attempt(limit + 1)).toEqual(over);
      return;
    case "characters":
    case "bytes":
      expect(await attempt(limit)).toBe("accepted");
      expect(await attempt(limit + 1)).toEqual(over);
      return;
    case "ms":
      expect(await attempt(limit - 1)).toBe("accepted");
      expect(await attempt(limit)).toEqual(over);
  }
}

const table = findCoturn() === undefined ? quotas : [...quotas, relays];
test.each(table.map((quota) => [`${quota.name}: ${quota.limit} ${quota.of}`, quota] as const))(
  "%s, and no more",
  async (_, quota) => {
    const { begin, counted } = quota;
    const attempt = await begin(stand);
    // What it took to begin is another second's.
    stand.localAws.clock.advance(1000);
    const before = await stand.refusals();
    await expectLimit(attempt, quota);
    if (counted === null) return;
    const after = await stand.refusals();
    expect((after[counted] ?? 0) - (before[counted] ?? 0)).toBe(1);
  },
);
