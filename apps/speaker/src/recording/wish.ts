import { createStore, openStoredItem, type Readable } from "@lectern/primitives";

/** Whether the speaker wants their talks recorded, as last chosen in this browser. At first they do not. */
export interface RecordingWish extends Readable<boolean> {
  set(isWanted: boolean): void;
}

export function createRecordingWish(): RecordingWish {
  const item = openStoredItem("lectern.recording");
  const { getState, subscribe, dispatch } = createStore<boolean, boolean>(item.read() === "on", (_, next) => next);
  return {
    getState,
    subscribe,
    set(next) {
      item.write(next ? "on" : "off");
      dispatch(next);
    },
  };
}
