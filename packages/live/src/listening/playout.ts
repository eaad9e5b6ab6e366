/** One look at the way of the sound from the network to the ear. */
export interface PlayoutSample {
  /** What played last: when, by this page's clock, and when it was captured, by the speaker's; epoch ms. null where the browser does not say. */
  played: { at: number; capturedAt: number } | null;
  /** In the jitter buffer since the last look, on average. null when nothing came out of it. */
  heldBackMs: number | null;
  /** From there to the loudspeaker since the last look, on average. null where the browser does not say. */
  outputMs: number | null;
}

/** The header extension that carries the time of capture; browsers that know it leave it off unless told. */
const CAPTURE_TIME = "http://www.webrtc.org/experiments/rtp-hdrext/abs-capture-time";

interface HeaderExtension {
  uri: string;
  direction: string;
}
/** Parts of WebRTC Extensions (§5, §9) that TypeScript's library does not know. */
interface ExtensibleTransceiver extends Pick<RTCRtpTransceiver, "mid"> {
  getHeaderExtensionsToNegotiate?(): HeaderExtension[];
  setHeaderExtensionsToNegotiate?(extensions: HeaderExtension[]): void;
}
interface TimedSource extends Pick<RTCRtpSynchronizationSource, "timestamp"> {
  captureTimestamp?: number;
}
export interface PlayoutStats {
  type: string;
  jitterBufferDelay?: number;
  jitterBufferEmittedCount?: number;
  totalPlayoutDelay?: number;
  totalSamplesCount?: number;
}

/** What is asked of a receiver. */
export interface PlayoutReceiver {
  getStats(): Promise<{ values(): Iterable<PlayoutStats> }>;
  getSynchronizationSources(): TimedSource[];
}

/** Has the offer ask for the time of capture, where the browser lets a page ask. */
export function askForCaptureTime(transceiver: ExtensibleTransceiver): void {
  const known = transceiver.getHeaderExtensionsToNegotiate?.() ?? [];
  if (!known.some(({ uri }) => uri === CAPTURE_TIME)) return;
  transceiver.setHeaderExtensionsToNegotiate?.(
    known.map((extension) => (extension.uri === CAPTURE_TIME ? { ...extension, direction: "sendrecv" } : extension)),
  );
}

/** Capture times count from 1900, as in NTP (RFC 5905, §6); pages from 1970. */
const NTP_EPOCH_MS = 2_208_988_800_000;

function playedLast(receiver: PlayoutReceiver): PlayoutSample["played"] {
  const [source]: TimedSource[] = receiver.getSynchronizationSources();
  if (source?.captureTimestamp === undefined) return null;
  return { at: source.timestamp, capturedAt: source.captureTimestamp - NTP_EPOCH_MS };
}

/** Average of a growing sum over a growing count, since the last look. @returns ms of seconds */
function createAverage(): (sumS: number | undefined, count: number | undefined) => number | null {
  let before = { sumS: 0, count: 0 };
  return (sumS, count) => {
    if (sumS === undefined || count === undefined) return null;
    const { sumS: oldSumS, count: oldCount } = before;
    before = { sumS, count };
    return count > oldCount ? ((sumS - oldSumS) / (count - oldCount)) * 1000 : null;
  };
}

/** @returns a function that looks, for one receiver. */
export function watchPlayout(receiver: PlayoutReceiver): () => Promise<PlayoutSample | null> {
  const [heldBack, output] = [createAverage(), createAverage()];
  return async () => {
    const reports: PlayoutStats[] = [...(await receiver.getStats()).values()];
    const inbound = reports.find(({ type }) => type === "inbound-rtp");
    if (!inbound) return null;
    const playout = reports.find(({ type }) => type === "media-playout");
    return {
      played: playedLast(receiver),
      heldBackMs: heldBack(inbound.jitterBufferDelay, inbound.jitterBufferEmittedCount),
      outputMs: output(playout?.totalPlayoutDelay, playout?.totalSamplesCount),
    };
  };
}
