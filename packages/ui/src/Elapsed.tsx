import { useEffect, useState } from "react";
import { useUiWords } from "./words/ui-words.ts";

export interface ElapsedProps {
  /** Epoch ms, of the clock `now` reads. */
  since: number;
  /** Epoch ms; a server's clock, for example. Default this device's. Must be stable between renders. */
  now?: () => number;
}

const deviceNow = () => Date.now();

/** Time that runs. Not a live region, because it changes every second. */
export function Elapsed({ since, now = deviceNow }: ElapsedProps) {
  const words = useUiWords();
  const [elapsedMs, setElapsedMs] = useState(() => now() - since);
  useEffect(() => {
    const tick = () => setElapsedMs(now() - since);
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [since, now]);
  return (
    <time className="elapsed" dateTime={`PT${Math.max(0, Math.floor(elapsedMs / 1000))}S`}>
      {words.elapsed(elapsedMs)}
    </time>
  );
}
