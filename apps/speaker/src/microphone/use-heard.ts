import { useEffect, useState } from "react";

const LOOK_EVERY_MS = 150;
const HEARD_ABOVE = 0.25;
const HEARD_LOOKS = 2;
const SILENT_AFTER_MS = 6000;

/** Whether a microphone brings sound at all: nobody knows yet, yes, or not for a suspicious while. */
export type Heard = "not-yet" | "heard" | "silent";

/** @param read null while the microphone is closed. Must be stable between renders. */
export function useHeard(read: (() => number) | null): Heard {
  const [heard, setHeard] = useState<Heard>("not-yet");
  useEffect(() => {
    setHeard("not-yet");
    if (!read) return;
    let looks = 0;
    let quietMs = 0;
    const timer = setInterval(() => {
      const loud = read() >= HEARD_ABOVE;
      looks = loud ? looks + 1 : 0;
      quietMs = loud ? 0 : quietMs + LOOK_EVERY_MS;
      if (looks >= HEARD_LOOKS) setHeard("heard");
      else if (quietMs >= SILENT_AFTER_MS) setHeard((before) => (before === "heard" ? before : "silent"));
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [read]);
  return heard;
}
