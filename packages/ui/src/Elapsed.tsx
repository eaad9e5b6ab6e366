import { useEffect, useState } from "react";

export interface ElapsedProps {
  /** Epoch ms, of the clock `now` reads. */
  since: number;
  /** Epoch ms; a server's clock, for example. Default this device's. Must be stable between renders. */
  now?: () => number;
}

const deviceNow = () => Date.now();
const two = (value: number) => String(value).padStart(2, "0");

/** `m:ss`, from one hour on `h:mm:ss`. */
export function formatElapsed(elapsedMs: number): string {
  const seconds = Math.max(0, Math.floor(elapsedMs / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** Time that runs. Not a live region: nobody wants to hear every second. */
export function Elapsed({ since, now = deviceNow }: ElapsedProps) {
  const [elapsedMs, setElapsedMs] = useState(() => now() - since);
  useEffect(() => {
    const tick = () => setElapsedMs(now() - since);
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [since, now]);
  const text = formatElapsed(elapsedMs);
  return (
    <time className="elapsed" dateTime={`PT${Math.max(0, Math.floor(elapsedMs / 1000))}S`}>
      {text}
    </time>
  );
}
