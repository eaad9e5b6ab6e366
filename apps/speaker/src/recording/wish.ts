import { createStore } from "@lectern/primitives";

const KEY = "lectern.recording";

/** Whether the speaker wants their talks recorded, as last chosen in this browser. At first they do not. */
export interface RecordingWish {
  getState(): boolean;
  subscribe(listener: () => void): () => void;
  set(isWanted: boolean): void;
}

function kept(): boolean {
  try {
    return localStorage.getItem(KEY) === "on";
  } catch {
    return false;
  }
}

export function createRecordingWish(): RecordingWish {
  const { getState, subscribe, dispatch } = createStore<boolean, boolean>(kept(), (_, next) => next);
  return {
    getState,
    subscribe,
    set(next) {
      try {
        localStorage.setItem(KEY, next ? "on" : "off");
      } catch {
        // Storage is forbidden, so it is not remembered.
      }
      dispatch(next);
    },
  };
}
