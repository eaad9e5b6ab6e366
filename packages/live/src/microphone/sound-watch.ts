import type { LiveEnvironment, SoundContext } from "../environment.ts";
import type { LevelMeter } from "../level.ts";
import type { MicrophoneState } from "./state.ts";

const LOOK_EVERY_MS = 250;
/** Shorter silence may be a pause between words where the microphone, or the system, cuts off all noise. */
const SILENT_AFTER_MS = 4000;
/** What has brought so many pauses of digital silence cuts off noise for certain: there a pause may take longer. */
const GATED_AFTER_PAUSES = 5;
const GATED_SILENT_AFTER_MS = 12_000;
const SHORTEST_PAUSE_MS = 2 * LOOK_EVERY_MS;
/** −80 dBFS: a microphone that is on is not as quiet as that, even in a quiet room. */
const SILENCE = 0.0001;

interface Watched {
  track: MediaStreamTrack;
  /** null where the browser cannot measure sound. */
  meter: Pick<LevelMeter, "peak"> | null;
  context: Pick<SoundContext, "state"> | null;
}

/** Tells what comes from a track, on and on. @returns the way to stop */
export function watchSound(
  { track, meter, context }: Watched,
  { steadyNow, setTimer }: Pick<LiveEnvironment, "steadyNow" | "setTimer">,
  tell: (sound: MicrophoneState["sound"]) => void,
): () => void {
  let heardAt = steadyNow();
  let pauses = 0;
  let cancel: () => void = () => undefined;

  /** null: too early to say. */
  function judge(): MicrophoneState["sound"] | null {
    const now = steadyNow();
    // Neither a muted track nor a context at rest says anything of the microphone.
    if (track.muted || !track.enabled || !meter || context?.state !== "running") {
      heardAt = now;
      return track.muted ? "taken" : "unknown";
    }
    const quietMs = now - heardAt;
    if (meter.peak() > SILENCE) {
      heardAt = now;
      if (quietMs > SHORTEST_PAUSE_MS) pauses++;
      return "some";
    }
    return quietMs >= (pauses < GATED_AFTER_PAUSES ? SILENT_AFTER_MS : GATED_SILENT_AFTER_MS) ? "none" : null;
  }
  function look(): void {
    cancel();
    cancel = setTimer(look, LOOK_EVERY_MS);
    const sound = judge();
    if (sound !== null) tell(sound);
  }

  track.addEventListener("mute", look);
  track.addEventListener("unmute", look);
  look();
  return () => {
    cancel();
    track.removeEventListener("mute", look);
    track.removeEventListener("unmute", look);
  };
}
