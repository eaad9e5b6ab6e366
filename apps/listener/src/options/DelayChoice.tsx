import { type Buffering, canBuffer, type Listening } from "@lectern/live/listening";
import { Choice } from "@lectern/ui";
import { useState } from "react";
import { keepPreference, readPreference } from "./preference.ts";

const choices = [
  { value: "low-delay", label: "Low delay", hint: "Close behind the speaker." },
  { value: "steady", label: "Steady", hint: "Half a second later, with fewer gaps." },
] as const;

/** How close behind the speaker one hears; remembered. */
export function DelayChoice({ listening }: { listening: Pick<Listening, "setBuffering"> }) {
  const [buffering, setBuffering] = useState<Buffering>(() => readPreference().buffering);
  if (!canBuffer()) return null;
  return (
    <Choice
      label="Delay"
      options={choices}
      value={buffering}
      onChange={(next) => {
        setBuffering(next);
        keepPreference({ buffering: next });
        listening.setBuffering(next);
      }}
    />
  );
}
