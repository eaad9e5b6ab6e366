import type { Broadcast } from "@lectern/live/broadcast";
import type { CurrentTalk } from "./current-talk.ts";

/** Whether somebody may be hearing this page. */
export function isOnAir(
  currentTalk: Pick<CurrentTalk<Pick<Broadcast, "getState"> & { close(): void }>, "getState">,
): boolean {
  const state = currentTalk.getState();
  return state.status === "open" && ["live", "reconnecting"].includes(state.broadcast.getState().status);
}
