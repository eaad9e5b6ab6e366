import type { LiveEnvironment } from "../environment.ts";
import type { ListeningState } from "./state.ts";

/** A listener who never taps gives the seat back after this (design §4). */
const UNTAPPED_MS = 60_000;

/** Calls `giveUp` when the page has been ready, seat and all, for a minute without a tap. @returns to call with each state. */
export function watchUntapped(
  setTimer: LiveEnvironment["setTimer"],
  giveUp: () => void,
): (state: ListeningState) => void {
  let wasReady = false;
  let cancel: () => void = () => undefined;
  return (state) => {
    const isReady = state.status === "ready" && !state.standby;
    if (isReady === wasReady) return;
    wasReady = isReady;
    cancel();
    if (isReady) cancel = setTimer(giveUp, UNTAPPED_MS);
  };
}
