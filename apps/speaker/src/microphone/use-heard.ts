import { useEffect, useState } from "react";

const LOOK_EVERY_MS = 150;
const HEARD_ABOVE = 0.25;
const HEARD_LOOKS = 2;
const SILENT_AFTER_MS = 6000;
/** Samples are cut off at 1; codecs round to a little less. */
const CUT_OFF_AT = 0.99;
/** A single loud noise is not reported. */
const CUT_OFF_LOOKS = 3;
const CUT_OFF_COUNTS_MS = 4000;

/** Whether a microphone brings sound: nobody knows yet, yes, not for a suspicious while, or so loud that it is cut off. */
export type Heard = "not-yet" | "heard" | "silent" | "too-loud";

/** What a microphone brings at this moment. Must be stable between renders. */
export interface Levels {
  /** 0..1, loudness as people hear it. */
  level: () => number;
  /** 0..1, the largest sample. */
  peak: () => number;
}

/** @param levels - null while the microphone is closed */
export function useHeard(levels: Levels | null): Heard {
  const [heard, setHeard] = useState<Heard>("not-yet");
  useEffect(() => {
    setHeard("not-yet");
    if (!levels) return;
    let looks = 0;
    let quietMs = 0;
    /** How long each sight of a cut-off sample still counts, ms. */
    let cutOff: number[] = [];
    const timer = setInterval(() => {
      const loud = levels.level() >= HEARD_ABOVE;
      looks = loud ? looks + 1 : 0;
      quietMs = loud ? 0 : quietMs + LOOK_EVERY_MS;
      cutOff = cutOff.map((leftMs) => leftMs - LOOK_EVERY_MS).filter((leftMs) => leftMs > 0);
      if (levels.peak() >= CUT_OFF_AT) cutOff.push(CUT_OFF_COUNTS_MS);
      if (cutOff.length >= CUT_OFF_LOOKS) setHeard("too-loud");
      else if (looks >= HEARD_LOOKS) setHeard("heard");
      else if (quietMs >= SILENT_AFTER_MS) setHeard((before) => (before === "heard" ? before : "silent"));
      else setHeard((before) => (before === "too-loud" ? "heard" : before));
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [levels]);
  return heard;
}
