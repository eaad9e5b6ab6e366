import type { Listening } from "@lectern/live/listening";
import { useDelay } from "@lectern/live/react";
import { useWords } from "../words/index.ts";

/** The measured delay. Not a live region, because it changes every second. */
export function DelayNow({ listening }: { listening: Pick<Listening, "delay"> }) {
  const { later, whileListening } = useWords().options;
  const delayMs = useDelay(listening);
  return <p className="soft">{delayMs === null ? whileListening : later(delayMs)}</p>;
}
