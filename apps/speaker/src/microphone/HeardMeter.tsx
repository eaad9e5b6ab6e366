import type { MicrophoneState } from "@lectern/live/broadcast";
import { LevelMeter } from "@lectern/ui";
import { type Heard, type Levels, useHeard } from "./use-heard.ts";

export interface HeardMeterProps {
  status: MicrophoneState["status"];
  levels: Levels;
}

const heardWords: Record<Heard, string> = {
  "not-yet": "Say something: the meter should move.",
  heard: "We can hear you.",
  silent: "Nothing comes in. Is this the right microphone? Is it muted on the device?",
  "too-loud": "Too loud: your voice is cut off. Move back a little, or turn the microphone down.",
};

function truthOf(status: MicrophoneState["status"], heard: Heard): string {
  if (status === "open") return heardWords[heard];
  return status === "asking" ? "Your browser asks whether this page may use the microphone: allow it." : "";
}

/** What the microphone brings, as a meter and in a sentence. */
export function HeardMeter({ status, levels }: HeardMeterProps) {
  const read = status === "open" ? levels.level : null;
  const heard = useHeard(status === "open" ? levels : null);
  return (
    <div className="stack-tight">
      <LevelMeter label="Microphone level" read={read} />
      <p className="soft" aria-live="polite">
        {truthOf(status, heard)}
      </p>
    </div>
  );
}
