/** What the outside gives this package; the browser's own by default. Tests give theirs. */
export interface LiveEnvironment {
  /** Epoch ms of this machine. */
  now(): number;
  /** 0 ≤ x < 1, for jitter. */
  random(): number;
  /** @returns a function that cancels. */
  setTimer(callback: () => void, delayMs: number): () => void;
  fetch: typeof fetch;
  RTCPeerConnection: typeof RTCPeerConnection;
  mediaDevices: Pick<MediaDevices, "getUserMedia" | "enumerateDevices" | "addEventListener" | "removeEventListener">;
  AudioContext: typeof AudioContext;
  /** Tells of `pagehide`. */
  page: Pick<EventTarget, "addEventListener" | "removeEventListener">;
  /** Notes a step of the way to first sound, for the join bench. */
  mark(name: string): void;
  /** Told what happens, for a report that a person may copy: never an address, a name or a secret. */
  note(event: string): void;
}

/** The browser's, with anything replaced. Read lazily: nothing of the DOM is touched before it is used. */
export function browserEnvironment(replaced: Partial<LiveEnvironment> = {}): LiveEnvironment {
  return {
    now: () => Date.now(),
    random: () => Math.random(),
    setTimer(callback, delayMs) {
      const timer = setTimeout(callback, delayMs);
      return () => clearTimeout(timer);
    },
    fetch: (input, init) => globalThis.fetch(input, init),
    get RTCPeerConnection() {
      return globalThis.RTCPeerConnection;
    },
    get mediaDevices() {
      return globalThis.navigator.mediaDevices;
    },
    get AudioContext() {
      return globalThis.AudioContext;
    },
    page: globalThis,
    note: () => undefined,
    mark: (name) => void globalThis.performance.mark(name),
    ...replaced,
  };
}
