import type { MicrophoneMode } from "../microphone/state.ts";
import { editOpus } from "../peer/sdp.ts";

/** Bits per second a listener costs. */
const bitrateOf: Record<MicrophoneMode, number> = { voice: 32_000, music: 128_000 };

/**
 * The listener's offer as the speaker's encoder shall read it: what a receiver says it prefers is what Opus sends
 * (RFC 7587 §6.1). FEC in Voice alone: it takes its bits from the sound.
 */
export function offerFor(mode: MicrophoneMode, sdp: string): string {
  const isMusic = mode === "music";
  return editOpus(sdp, {
    stereo: isMusic ? 1 : 0,
    "sprop-stereo": 0,
    maxaveragebitrate: bitrateOf[mode],
    useinbandfec: isMusic ? 0 : 1,
    usedtx: 0,
  });
}

/** The answer, saying what will be sent. */
export const answerFor = (mode: MicrophoneMode, sdp: string): string =>
  editOpus(sdp, { "sprop-stereo": mode === "music" ? 1 : 0 });

/** Bitrate and priority of a sender; a browser that refuses keeps its own. */
export async function tuneSender(sender: RTCRtpSender, mode: MicrophoneMode): Promise<void> {
  const parameters = sender.getParameters();
  if (parameters.encodings.length === 0) return;
  for (const encoding of parameters.encodings) {
    encoding.maxBitrate = bitrateOf[mode];
    encoding.networkPriority = "high";
  }
  await sender.setParameters(parameters).catch(() => undefined);
}
