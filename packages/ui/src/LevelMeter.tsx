import { useCallback, useRef } from "react";
import { useDrawnLevel } from "./use-drawn-level.ts";

export interface LevelMeterProps {
  label: string;
  /** Read once a frame, 0..1; null rests. Must be stable between renders. */
  read: (() => number) | null;
  /** Default "ink". */
  tone?: "ink" | "on-air";
  large?: boolean;
}

/** How loud something is: a native meter for assistive technology, ticks for the eye. */
export function LevelMeter({ label, read, tone = "ink", large = false }: LevelMeterProps) {
  const lit = useRef<HTMLDivElement>(null);
  const meter = useRef<HTMLMeterElement>(null);
  const onStep = useCallback((level: number) => {
    if (meter.current) meter.current.value = Math.round(level * 100) / 100;
  }, []);
  useDrawnLevel(lit, read, onStep);
  return (
    <div
      className={large ? "level-meter level-meter-large" : "level-meter"}
      data-tone={tone}
      data-resting={read ? undefined : ""}
    >
      <div className="level-ticks" />
      <div ref={lit} className="level-lit" />
      <meter ref={meter} aria-label={label} min={0} max={1} />
    </div>
  );
}
