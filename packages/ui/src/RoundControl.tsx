import { useRef } from "react";
import { useDrawnLevel } from "./use-drawn-level.ts";

export interface RoundControlProps {
  /** What pressing does; also the accessible name. */
  label: string;
  /** The shape beside the word. */
  shape: "play" | "stop";
  /** Colour of the ring. */
  tone: "rest" | "ink" | "on-air";
  /** Read once a frame, 0..1; null rests. Must be stable between renders. */
  read: (() => number) | null;
  disabled?: boolean;
  onPress: () => void;
}

const TICKS = 96;

/** One large button in a ring of ticks, which move with the sound. */
export function RoundControl({ label, shape, tone, read, disabled = false, onPress }: RoundControlProps) {
  const ring = useRef<SVGSVGElement>(null);
  useDrawnLevel(ring, read);
  return (
    <div className="round" data-tone={tone}>
      <svg ref={ring} className="ring" viewBox="0 0 200 200" aria-hidden="true">
        {[0, 1, 2].map((set) => (
          <circle
            key={set}
            cx="100"
            cy="100"
            r="83"
            pathLength={TICKS}
            strokeDasharray="0.3 2.7"
            strokeDashoffset={-set - 0.35}
          />
        ))}
      </svg>
      <button
        type="button"
        className="round-button"
        data-on={shape === "stop" ? "" : undefined}
        disabled={disabled}
        onClick={onPress}
      >
        <svg viewBox="0 0 32 32" aria-hidden="true">
          {shape === "play" ? <path d="M9 4.5v23L28 16z" /> : <rect x="6" y="6" width="20" height="20" rx="1.5" />}
        </svg>
        {label}
      </button>
    </div>
  );
}
