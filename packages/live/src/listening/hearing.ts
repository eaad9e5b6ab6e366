import type { ListenerReport } from "../peer/state-channel.ts";

/** What the element is doing; the listener's own doing, not the network's. */
export interface ElementState {
  armed: boolean;
  playing: boolean;
  muted: boolean;
  volume: number;
}

/** Counters of `inbound-rtp` (webrtc-stats). Firefox and Safari leave some out. */
export interface AudioCounters {
  jitterBufferEmittedCount?: number | undefined;
  packetsReceived?: number | undefined;
  concealedSamples?: number | undefined;
  silentConcealedSamples?: number | undefined;
  totalSamplesReceived?: number | undefined;
}

/** More invented sound than this and speech stops being understood (design §5). */
const MAX_CONCEALED = 0.05;

/** What this listener hears, from the counters of now and of one second ago. */
export function judgeHearing(element: ElementState, before: AudioCounters | null, now: AudioCounters): ListenerReport {
  if (!element.armed) return "ready";
  if (element.muted || element.volume === 0) return "turned-down";
  if (!element.playing || !before) return "not-hearing";
  const flowing =
    grew(before.jitterBufferEmittedCount, now.jitterBufferEmittedCount) ??
    grew(before.packetsReceived, now.packetsReceived) ??
    false;
  return flowing && concealedShare(before, now) < MAX_CONCEALED ? "hearing" : "not-hearing";
}

/** Whether audio has come out of the jitter buffer; packets count where that is not told. */
export function isFlowing({ jitterBufferEmittedCount, packetsReceived }: AudioCounters): boolean {
  return (jitterBufferEmittedCount ?? packetsReceived ?? 0) > 0;
}

const grew = (before: number | undefined, now: number | undefined): boolean | null =>
  before === undefined || now === undefined ? null : now > before;

function concealedShare(before: AudioCounters, now: AudioCounters): number {
  const received = (now.totalSamplesReceived ?? 0) - (before.totalSamplesReceived ?? 0);
  if (received <= 0) return 0;
  const audible = ({ concealedSamples = 0, silentConcealedSamples = 0 }: AudioCounters) =>
    concealedSamples - silentConcealedSamples;
  return (audible(now) - audible(before)) / received;
}

/** The counters of a receiver's one stream, or null while there is none. */
export async function readCounters(receiver: RTCRtpReceiver): Promise<AudioCounters | null> {
  const report = await receiver.getStats();
  for (const stats of report.values()) if (stats.type === "inbound-rtp") return stats;
  return null;
}
