import type { LiveEnvironment } from "./environment.ts";

/** Short, because a timer that was interrupted by sleep still waits for what was left of it. */
const TICK_MS = 1000;
/** A hidden page's timers may come a minute apart in some browsers; a false alarm only costs a question. */
const OVERSLEPT_MS = 15_000;

/**
 * Calls `onWake` when the network came back, and when this machine seems to have slept: its sockets may be dead without
 * having closed. @returns the way to stop
 */
export function watchWaking(
  { page, now, setTimer }: Pick<LiveEnvironment, "page" | "now" | "setTimer">,
  onWake: () => void,
): () => void {
  let expectedAt = 0;
  let cancel: () => void = () => undefined;
  function tick(): void {
    if (expectedAt !== 0 && now() - expectedAt > OVERSLEPT_MS) onWake();
    expectedAt = now() + TICK_MS;
    cancel = setTimer(tick, TICK_MS);
  }
  tick();
  page.addEventListener("online", onWake);
  return () => {
    cancel();
    page.removeEventListener("online", onWake);
  };
}
