import { useEffect, useState } from "react";
import { useUiWords } from "./words/ui-words.ts";

export interface ElapsedProps {
  /** ms, of the clock `now` reads. */
  since: number;
  /** A server's clock, for example. Default `performance.now()`, which is never set. Must be stable between renders. */
  now?: () => number;
}

const pageNow = () => performance.now();

/** Time that runs. Not a live region, because it changes every second. */
export function Elapsed({ since, now = pageNow }: ElapsedProps) {
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
