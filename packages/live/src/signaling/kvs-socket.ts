import { Role, SignalingClient } from "amazon-kinesis-video-streams-webrtc";
import type { LiveEnvironment } from "../environment.ts";
import { LiveError } from "../errors.ts";
import { CLIENT_ID, readFrame } from "./frames.ts";
import { createPacedQueue } from "./paced-queue.ts";
import type { SignalingAddress, SignalingEvents, SignalingSocket } from "./signaling-socket.ts";
import type { Signer } from "./signer.ts";

/** KVS allows 5 SDPs and 20 candidates a second per socket (reference §1); the margin is for jitter on the way. */
const SDP_PER_SECOND = 4;
const CANDIDATES_PER_SECOND = 16;
const OPEN_TIMEOUT_MS = 10_000;

/**
 * Opens one signaling socket. One SDK client per socket, never reopened: after a failed signing the SDK's stays
 * CONNECTING (reference §7, trap 2).
 * @throws LiveError "signaling-refused" (KVS said no; a browser cannot tell why), or what `credentials()` rejected with.
 */
export function openKvsSocket(
  address: SignalingAddress,
  signer: Signer,
  events: SignalingEvents,
  environment: Pick<LiveEnvironment, "steadyNow" | "setTimer">,
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
      // An answer replaces one that waits for the same listener, so that one who floods makes no other wait.
      sendAnswer: (sdp, to) => send(descriptions, () => client.sendSdpAnswer(description("answer", sdp), to), to),
      sendCandidate: (candidate, to) =>
        send(candidates, () => client.sendIceCandidate(new RTCIceCandidate(candidate), to ?? undefined)),
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
      resolve(socket);
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
    // The SDK's own reading keeps the candidates of whoever never offers, without bound, in objects that have a
    // "constructor" already, throws at null, and drops what has no payload, as GO_AWAY (reference §7, trap 4).
    Reflect.set(client, "onMessage", ({ data }: MessageEvent) => hear(data, events));
    client.open();
  });
}

const description = (type: "offer" | "answer", sdp: string): RTCSessionDescription => {
  const plain = { type, sdp };
  return { ...plain, toJSON: () => plain };
};

function hear(data: unknown, events: SignalingEvents): void {
  const frame = readFrame(data);
  switch (frame?.type) {
    case "SDP_OFFER":
      if (frame.from !== null) events.onOffer?.(frame.sdp, frame.from);
      break;
    case "SDP_ANSWER":
      events.onAnswer?.(frame.sdp);
      break;
    case "ICE_CANDIDATE":
      events.onCandidate(frame.candidate, frame.from);
      break;
    case "GO_AWAY":
      events.onGoAway?.();
      break;
    case "RECONNECT_ICE_SERVER":
      events.onReconnectIceServer?.();
      break;
    case undefined:
      break;
  }
}
