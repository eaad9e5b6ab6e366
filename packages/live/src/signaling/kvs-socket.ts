import { Role, SignalingClient } from "amazon-kinesis-video-streams-webrtc";
import * as v from "valibot";
import type { LiveEnvironment } from "../environment.ts";
import { LiveError } from "../errors.ts";
import { createPacedQueue } from "./paced-queue.ts";
import type { SignalingAddress, SignalingEvents, SignalingSocket } from "./signaling-socket.ts";
import type { Signer } from "./signer.ts";

/** KVS allows 5 SDPs and 20 candidates a second per socket (reference §1); the margin is for jitter on the way. */
const SDP_PER_SECOND = 4;
const CANDIDATES_PER_SECOND = 16;
const OPEN_TIMEOUT_MS = 10_000;
const CLIENT_ID = /^(?!aws_)[a-z0-9_.-]{1,256}$/i;

const sdpSchema = v.object({ sdp: v.pipe(v.string(), v.maxLength(16_384)) });
const candidateSchema = v.object({
  candidate: v.pipe(v.string(), v.maxLength(1024)),
  sdpMid: v.optional(v.nullable(v.string())),
  sdpMLineIndex: v.optional(v.nullable(v.number())),
  usernameFragment: v.optional(v.nullable(v.string())),
});
const frameSchema = v.object({ messageType: v.string() });

/**
 * Opens one signaling socket. One SDK client per socket, never reopened: after a failed signing the SDK's stays
 * CONNECTING, and it remembers which clients' descriptions it saw for its whole life (reference §7, traps 2 and 5).
 * @throws LiveError "signaling-refused" (KVS said no; a browser cannot tell why), or what `credentials()` rejected with.
 */
export function openKvsSocket(
  address: SignalingAddress,
  signer: Signer,
  events: SignalingEvents,
  environment: Pick<LiveEnvironment, "now" | "setTimer">,
  signal: AbortSignal,
): Promise<SignalingSocket> {
  const { clientId } = address;
  if (clientId !== null && !CLIENT_ID.test(clientId))
    return Promise.reject(new LiveError("bad-response", "the ClientId is not one KVS accepts"));

  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const client = new SignalingClient({
      channelARN: address.channelArn,
      channelEndpoint: address.wssEndpoint,
      region: address.region,
      role: clientId === null ? Role.MASTER : Role.VIEWER,
      ...(clientId !== null && { clientId }),
      requestSigner: {
        getSignedURL: (endpoint, query) => signer.signSocketUrl(endpoint, Object.fromEntries(Object.entries(query))),
      },
    });
    const descriptions = createPacedQueue(SDP_PER_SECOND, environment);
    const candidates = createPacedQueue(CANDIDATES_PER_SECOND, environment);
    let failure: unknown = new LiveError("signaling-refused", "the signaling socket did not open");
    let open = false;
    let done: () => void = () => undefined;
    const closed = new Promise<void>((resolveClosed) => {
      done = resolveClosed;
    });
    const close = () => client.close();
    const cancelTimeout = environment.setTimer(close, OPEN_TIMEOUT_MS);

    const socket: SignalingSocket = {
      sendOffer: (sdp) => send(descriptions, () => client.sendSdpOffer(description("offer", sdp))),
      // Of what waits for one listener only the newest counts: whoever asks without end keeps nobody else waiting.
      sendAnswer: (sdp, to) => send(descriptions, () => client.sendSdpAnswer(description("answer", sdp), to), to),
      sendCandidate: (candidate, to) =>
        send(candidates, () => client.sendIceCandidate(new RTCIceCandidate(candidate), to ?? undefined)),
      forget: (id) => client.resetIceCandidateState(id),
      close,
      closed,
    };
    function send(queue: typeof descriptions, message: () => void, about?: string): void {
      queue.add(() => {
        if (open) message();
      }, about);
    }

    client.on("open", () => {
      open = true;
      cancelTimeout();
      watchServiceFrames(client, events);
      resolve(socket);
    });
    client.on("sdpOffer", (payload: unknown, from: unknown) => {
      const offer = v.safeParse(sdpSchema, payload);
      if (offer.success && typeof from === "string") events.onOffer?.(offer.output.sdp, from);
    });
    client.on("sdpAnswer", (payload: unknown) => {
      const answer = v.safeParse(sdpSchema, payload);
      if (answer.success) events.onAnswer?.(answer.output.sdp);
    });
    client.on("iceCandidate", (payload: unknown, from: unknown) => {
      const candidate = v.safeParse(candidateSchema, payload);
      if (candidate.success)
        events.onCandidate(withoutUndefined(candidate.output), typeof from === "string" ? from : null);
    });
    // Without a listener the SDK's EventEmitter throws. A failed signing leaves the client CONNECTING: close it.
    client.on("error", (error: unknown) => {
      if (!open && error instanceof Error) failure = error;
      close();
    });
    client.on("close", () => {
      open = false;
      cancelTimeout();
      descriptions.clear();
      candidates.clear();
      signal.removeEventListener("abort", close);
      done();
      reject(signal.aborted ? signal.reason : failure);
    });
    signal.addEventListener("abort", close);
    client.open();
  });
}

const description = (type: "offer" | "answer", sdp: string): RTCSessionDescription => {
  const plain = { type, sdp };
  return { ...plain, toJSON: () => plain };
};

const withoutUndefined = (candidate: v.InferOutput<typeof candidateSchema>): RTCIceCandidateInit => ({
  candidate: candidate.candidate,
  sdpMid: candidate.sdpMid ?? null,
  sdpMLineIndex: candidate.sdpMLineIndex ?? null,
  usernameFragment: candidate.usernameFragment ?? null,
});

/**
 * The SDK drops frames without a payload, which GO_AWAY and RECONNECT_ICE_SERVER are (reference §7, trap 4), so they
 * are read from its WebSocket. Should the SDK ever rename that field, the socket is merely reopened after it closed.
 */
function watchServiceFrames(client: SignalingClient, events: SignalingEvents): void {
  const webSocket: unknown = Reflect.get(client, "websocket");
  if (!(webSocket instanceof WebSocket)) return;
  webSocket.addEventListener("message", ({ data }) => {
    if (typeof data !== "string" || !/GO_AWAY|RECONNECT_ICE_SERVER/.test(data)) return;
    let frame: unknown;
    try {
      frame = JSON.parse(data);
    } catch {
      return;
    }
    if (!v.is(frameSchema, frame)) return;
    if (frame.messageType === "GO_AWAY") events.onGoAway?.();
    if (frame.messageType === "RECONNECT_ICE_SERVER") events.onReconnectIceServer?.();
  });
}
