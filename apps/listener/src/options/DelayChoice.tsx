import { type Buffering, canBuffer, type Listening } from "@lectern/live/listening";
import { Choice } from "@lectern/ui";
import { useState } from "react";
import { useWords } from "../words/index.ts";
import { keepPreference, readPreference } from "./preference.ts";

/** How close behind the speaker one hears; remembered. */
export function DelayChoice({ listening }: { listening: Pick<Listening, "setBuffering"> }) {
  const words = useWords().options;
  const [buffering, setBuffering] = useState<Buffering>(() => readPreference().buffering);
  if (!canBuffer()) return null;
  return (
    <Choice
      label={words.delay}
      options={[
        { value: "low-delay", label: words.lowDelay, hint: words.lowDelayHint },
        { value: "steady", label: words.steady, hint: words.steadyHint },
      ]}
      value={buffering}
      onChange={(next) => {
        setBuffering(next);
        keepPreference({ buffering: next });
        listening.setBuffering(next);
      }}
    />
  );
}
