import type { MicrophoneState } from "@lectern/live/broadcast";
import { LevelMeter } from "@lectern/ui";
import { type Heard, useHeard } from "./use-heard.ts";

export interface HeardMeterProps {
  status: MicrophoneState["status"];
  /** 0..1. Stable. */
  level: () => number;
}

const heardWords: Record<Heard, string> = {
  "not-yet": "Say something: the meter should move.",
  heard: "We can hear you.",
  silent: "Nothing comes in. Is this the right microphone, and is it switched on?",
};

function truthOf(status: MicrophoneState["status"], heard: Heard): string {
  if (status === "open") return heardWords[heard];
  return status === "asking" ? "Your browser asks whether this page may use the microphone: allow it." : "";
}

/** What the microphone brings, as a meter and in a sentence. */
export function HeardMeter({ status, level }: HeardMeterProps) {
  const read = status === "open" ? level : null;
  const heard = useHeard(read);
  return (
    <div className="stack-tight">
      <LevelMeter label="Microphone level" read={read} />
      <p className="soft" aria-live="polite">
        {truthOf(status, heard)}
      </p>
    </div>
  );
}
