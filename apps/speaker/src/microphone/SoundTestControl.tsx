import { Button } from "@lectern/ui";
import { type SoundTest, useSoundTest } from "./use-sound-test.ts";

const words: Record<SoundTest, { action: string; say: string }> = {
  idle: { action: "Hear yourself", say: "" },
  recording: { action: "Stop", say: "Speak now, for five seconds." },
  playing: { action: "Stop", say: "This is how your listeners would hear you." },
  failed: { action: "Hear yourself", say: "This browser cannot play it back. The meter still tells the truth." },
};

/** Five seconds of what would be sent, played back to who said them. */
export function SoundTestControl({ track, disabled }: { track: () => MediaStreamTrack | null; disabled: boolean }) {
  return <SoundTestRow {...useSoundTest(track)} disabled={disabled} />;
}

export interface SoundTestRowProps {
  state: SoundTest;
  disabled: boolean;
  start: () => void;
  stop: () => void;
}

/** How far the test is, and what comes next. */
export function SoundTestRow({ state, disabled, start, stop }: SoundTestRowProps) {
  const { action, say } = words[state];
  const busy = state === "recording" || state === "playing";
  return (
    <div className="row">
      <Button disabled={disabled} onClick={busy ? stop : start}>
        {action}
      </Button>
      <p className="soft" aria-live="polite">
        {say}
      </p>
    </div>
  );
}
