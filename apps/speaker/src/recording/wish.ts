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
  let isWanted = kept();
  const listeners = new Set<() => void>();
  return {
    getState: () => isWanted,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(next) {
      isWanted = next;
      try {
        localStorage.setItem(KEY, next ? "on" : "off");
      } catch {
        // Forbidden: it is asked for again next time.
      }
      for (const listener of [...listeners]) listener();
    },
  };
}
