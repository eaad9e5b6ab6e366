import { type RefObject, useEffect } from "react";

/** With reduced motion sound is a number of steps, changed so many times a second. */
const STEPS = 5;
const STEPS_EVERY_MS = 250;
/** Quick to rise, slow to fall: the share of the last value kept each frame. */
const FALL = 0.86;
const LATE = 0.72;
const LATER = 0.8;

/**
 * Draws a level (0..1) once a frame as --level, --level-late and --level-later of an element, past React: a render a
 * frame would be sixty a second. `read` null rests at 0. `onStep` hears the level four times a second.
 */
export function useDrawnLevel(
  element: RefObject<HTMLElement | null>,
  read: (() => number) | null,
  onStep?: (level: number) => void,
): void {
  useEffect(() => {
    const style = element.current?.style;
    if (!style) return;
    const draw = (level: number, late: number, later: number) => {
      style.setProperty("--level", level.toFixed(3));
      style.setProperty("--level-late", late.toFixed(3));
      style.setProperty("--level-later", later.toFixed(3));
    };
    draw(0, 0, 0);
    onStep?.(0);
    if (!read) return;
    const reduced = matchMedia("(prefers-reduced-motion: reduce)");
    let [level, late, later, steppedAt] = [0, 0, 0, 0];
    let frame = requestAnimationFrame(function next(now) {
      frame = requestAnimationFrame(next);
      level = Math.max(Math.min(1, read()), level * FALL);
      late = late * LATE + level * (1 - LATE);
      later = later * LATER + late * (1 - LATER);
      const step = now - steppedAt >= STEPS_EVERY_MS;
      if (step) {
        steppedAt = now;
        onStep?.(level);
      }
      if (!reduced.matches) draw(level, late, later);
      else if (step) {
        const stepped = Math.round(level * STEPS) / STEPS;
        draw(stepped, stepped, stepped);
      }
    });
    return () => cancelAnimationFrame(frame);
  }, [element, read, onStep]);
}
