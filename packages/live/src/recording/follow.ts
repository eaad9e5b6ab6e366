import type { Readable } from "@lectern/primitives";
import type { BroadcastState } from "../broadcast/view.ts";
import type { Recorder } from "./recorder.ts";

export interface FollowOptions {
  broadcast: Readable<BroadcastState>;
  recorder: Pick<Recorder, "start" | "setAudible" | "stop">;
  /** Whether the speaker wants a recording; asked whenever they go on air. */
  isWanted: () => boolean;
  /** The `sub` of the account that speaks. */
  owner: string;
  code: string;
}

/** Records while the speaker is on air. @returns a function that ends it at once. */
export function recordBroadcast({ broadcast, recorder, isWanted, owner, code }: FollowOptions): () => void {
  let isOn = false;
  function follow(): void {
    const state = broadcast.getState();
    const onAir = state.status === "live" || state.status === "reconnecting";
    if (onAir && !isOn && isWanted()) recorder.start({ owner, code, title: state.session.title });
    if (onAir) recorder.setAudible(!(state.muted || state.paused || state.ending));
    if (isOn && !onAir) recorder.stop();
    isOn = onAir;
  }
  const stopFollowing = broadcast.subscribe(follow);
  return () => {
    stopFollowing();
    if (isOn) recorder.stop();
    isOn = false;
  };
}
