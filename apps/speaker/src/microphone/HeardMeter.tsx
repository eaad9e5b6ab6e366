import type { MicrophoneState } from "@lectern/live/broadcast";
import { LevelMeter } from "@lectern/ui";
import { useWords, type Words } from "../words/index.ts";
import { type Heard, type Levels, useHeard } from "./use-heard.ts";

export interface HeardMeterProps {
  status: MicrophoneState["status"];
  levels: Levels;
}

function truthOf(status: MicrophoneState["status"], heard: Heard, words: Words["microphone"]): string {
  if (status === "open") return words.heard[heard];
  return status === "asking" ? words.asking : "";
}

/** The microphone's level, as a meter and in a sentence. */
export function HeardMeter({ status, levels }: HeardMeterProps) {
  const words = useWords().microphone;
  const read = status === "open" ? levels.level : null;
  const heard = useHeard(status === "open" ? levels : null);
  return (
    <div className="stack-tight">
      <LevelMeter label={words.level} read={read} />
      <p className="soft" aria-live="polite">
        {truthOf(status, heard, words)}
      </p>
    </div>
  );
}
