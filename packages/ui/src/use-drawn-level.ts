import { type RefObject, useEffect } from "react";

/** Every other frame on most screens: smooth enough, and half the energy. */
const DRAW_EVERY_MS = 32;
const FRAME_MS = 16;
/** A device this late with a frame is overloaded, so less is drawn. */
const BUSY_FRAME_MS = 26;
const DRAW_EVERY_WHEN_BUSY_MS = 125;
/** With reduced motion sound is a number of steps, changed so many times a second. */
const STEPS = 5;
const STEPS_EVERY_MS = 250;
/** Quick to rise, slow to fall: the share of the last value kept each time. */
const FALL = 0.74;
const LATE = 0.52;
const LATER = 0.64;

/**
 * Draws a level (0..1) as --level, --level-late and --level-later of an element, past React: it would render thirty
 * times a second. `read` null rests at 0. `onStep` hears the level four times a second.
 */
export function useDrawnLevel(
  element: RefObject<HTMLElement | SVGElement | null>,
  read: (() => number) | null,
  onStep?: (level: number) => void,
): void {
  useEffect(() => {
    const style = element.current?.style;
    if (!style) return;
    const drawn = new Map<string, string>();
    const set = (name: string, value: number) => {
      const text = value.toFixed(2);
      if (drawn.get(name) === text) return;
      drawn.set(name, text);
      style.setProperty(name, text);
    };
    const draw = (level: number, late: number, later: number) => {
      set("--level", level);
      set("--level-late", late);
      set("--level-later", later);
    };
    draw(0, 0, 0);
    onStep?.(0);
    if (!read) return;
    const reduced = matchMedia("(prefers-reduced-motion: reduce)");
    let [level, late, later, steppedAt] = [0, 0, 0, 0];
    let [frameMs, askedAt] = [0, 0];
    let [timer, frame] = [0, 0];
    const everyMs = () => {
      if (reduced.matches) return STEPS_EVERY_MS;
      return frameMs > BUSY_FRAME_MS ? DRAW_EVERY_WHEN_BUSY_MS : DRAW_EVERY_MS;
    };
    // Frames that are not drawn are not requested either, because each request costs energy.
    const ask = () => {
      askedAt = performance.now();
      frame = requestAnimationFrame(next);
    };
    const next = (now: number) => {
      frameMs += (Math.min(Math.max(now - askedAt, 0), 500) - frameMs) / 20;
      level = Math.max(Math.min(1, read()), level * FALL);
      late = late * LATE + level * (1 - LATE);
      later = later * LATER + late * (1 - LATER);
      if (now - steppedAt >= STEPS_EVERY_MS - FRAME_MS) {
        steppedAt = now;
        onStep?.(level);
      }
      if (reduced.matches) {
        const stepped = Math.round(level * STEPS) / STEPS;
        draw(stepped, stepped, stepped);
      } else draw(level, late, later);
      timer = window.setTimeout(ask, everyMs() - FRAME_MS);
    };
    ask();
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  }, [element, read, onStep]);
}
