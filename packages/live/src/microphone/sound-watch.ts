import type { LiveEnvironment } from "../environment.ts";
import type { LevelMeter } from "../level.ts";
import type { MicrophoneState } from "./state.ts";

const LOOK_EVERY_MS = 250;
/** Shorter silence may be a pause between words where the system cuts off all noise. */
const SILENT_AFTER_MS = 4000;
/** −80 dBFS: a microphone that is on is not as quiet as that, even in a quiet room. */
const SILENCE = 0.0001;

interface Watched {
  track: MediaStreamTrack;
  /** null where the browser cannot measure sound. */
  meter: Pick<LevelMeter, "peak"> | null;
  context: Pick<AudioContext, "state"> | null;
}

/** Tells what comes from a track, on and on. @returns the way to stop */
export function watchSound(
  { track, meter, context }: Watched,
  { steadyNow, setTimer }: Pick<LiveEnvironment, "steadyNow" | "setTimer">,
  tell: (sound: MicrophoneState["sound"]) => void,
): () => void {
  let heardAt = steadyNow();
  let cancel: () => void = () => undefined;

  /** null: too early to say. */
  function judge(): MicrophoneState["sound"] | null {
    const now = steadyNow();
    // Neither a muted track nor a context at rest says anything of the microphone.
    if (track.muted || !track.enabled || !meter || context?.state !== "running") {
      heardAt = now;
      return track.muted ? "taken" : "unknown";
    }
    if (meter.peak() > SILENCE) {
      heardAt = now;
      return "some";
    }
    return now - heardAt >= SILENT_AFTER_MS ? "none" : null;
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
