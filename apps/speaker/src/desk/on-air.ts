import type { Broadcast } from "@lectern/live/broadcast";
import type { Desk } from "./desk.ts";

/** Whether somebody may be hearing this page. */
export function isOnAir(desk: Pick<Desk<Pick<Broadcast, "getState"> & { close(): void }>, "getState">): boolean {
  const state = desk.getState();
  return state.status === "open" && ["live", "reconnecting"].includes(state.broadcast.getState().status);
}
