import type { Listening } from "@lectern/live/listening";
import { useDelay } from "@lectern/live/react";

/** How late this listener hears, measured; not a live region: nobody wants to hear it every second. */
export function DelayNow({ listening }: { listening: Pick<Listening, "delay"> }) {
  const delayMs = useDelay(listening);
  if (delayMs === null) return <p className="soft">The delay is shown while you listen.</p>;
  return (
    <p className="soft">
      You hear the speaker <data value={Math.round(delayMs)}>{(delayMs / 1000).toFixed(2)} s</data> later.
    </p>
  );
}
