import type { MicrophoneState } from "@lectern/live/broadcast";
import { LevelMeter } from "@lectern/ui";
import { useWords, type Words } from "../words/index.ts";
import { type Heard, type Levels, useHeard } from "./use-heard.ts";

export interface HeardMeterProps {
  state: Pick<MicrophoneState, "status" | "sound">;
  /** null: this browser cannot measure sound. */
  levels: Levels | null;
}

function truthOf(
  { status, sound }: HeardMeterProps["state"],
  heard: Heard | "unmeasured",
  words: Words["microphone"],
): string {
  if (status === "open") return sound === "taken" ? words.taken : words.heard[heard];
  return status === "asking" ? words.asking : "";
}

/** The microphone's level, as a meter and in a sentence. */
export function HeardMeter({ state, levels }: HeardMeterProps) {
  const words = useWords().microphone;
  const open = state.status === "open" ? levels : null;
  const heard = useHeard(open);
  return (
    <div className="stack-tight">
      <LevelMeter label={words.level} read={open?.level ?? null} />
      <p className="soft" aria-live="polite">
        {truthOf(state, levels ? heard : "unmeasured", words)}
      </p>
    </div>
  );
}
