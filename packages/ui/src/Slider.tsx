import { useId } from "react";
import { useUiWords } from "./words/ui-words.ts";

export interface SliderProps {
  label: string;
  /** 0..1. */
  value: number;
  onChange: (value: number) => void;
}

/** A native range of a hundred steps, said as per cent. */
export function Slider({ label, value, onChange }: SliderProps) {
  const words = useUiWords();
  const id = useId();
  const percent = Math.round(value * 100);
  return (
    <div className="slider">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        step={1}
        value={percent}
        aria-valuetext={words.percent(percent / 100)}
        onChange={(event) => onChange(Number(event.currentTarget.value) / 100)}
      />
    </div>
  );
}
