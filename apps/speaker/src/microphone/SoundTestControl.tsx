import { Button } from "@lectern/ui";
import { useWords } from "../words/index.ts";
import { type SoundTest, useSoundTest } from "./use-sound-test.ts";

/** Records five seconds of what would be sent, and plays them back. */
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
  const { action, say } = useWords().microphone.test[state];
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
