import { expect, test, vi } from "vitest";
import { createRecorder } from "./recorder.ts";

type Fault = "AudioContext" | "source" | "MediaRecorder" | "start" | null;

/** A browser whose recording fails in one place; what is open of it. */
function fakeBrowser(fault: Fault): { workers: number; contexts: number } {
  const open = { workers: 0, contexts: 0 };
  const failAt = (place: Fault) => {
    if (place === fault) throw new DOMException("no", "NotSupportedError");
  };
  vi.stubGlobal("navigator", {});
  vi.stubGlobal("MediaStream", class {});
  vi.stubGlobal(
    "Worker",
    class extends EventTarget {
      constructor() {
        super();
        open.workers++;
      }
      postMessage = () => undefined;
      terminate = () => open.workers--;
    },
  );
  vi.stubGlobal(
    "AudioContext",
    class extends EventTarget {
      constructor() {
        super();
        failAt("AudioContext");
        open.contexts++;
      }
      state = "running";
      createGain = () => ({ connect: () => undefined, gain: { value: 1 } });
      createMediaStreamDestination = () => ({ stream: {} });
      createMediaStreamSource() {
        failAt("source");
        return { connect: () => undefined };
      }
      async close() {
        open.contexts--;
      }
    },
  );
  vi.stubGlobal(
    "MediaRecorder",
    class extends EventTarget {
      static isTypeSupported = () => true;
      constructor() {
        super();
        failAt("MediaRecorder");
      }
      state = "inactive";
      start = () => failAt("start");
    },
  );
  return open;
}

const microphone = { subscribe: () => () => undefined, track: () => ({}) as MediaStreamTrack };
const talk = { code: "one-two-three-four", title: "A talk", owner: "me" };

test.each(["AudioContext", "source", "MediaRecorder", "start"] as const)(
  "leaves no worker and no audio context behind where a recording fails at its %s",
  (fault) => {
    const open = fakeBrowser(fault);
    const recorder = createRecorder({ microphone, onKept: () => undefined });
    recorder.start(talk);
    expect(recorder.getState()).toEqual({ status: "failed", code: "recorder-failed" });
    expect(open).toEqual({ workers: 0, contexts: 0 });
  },
);

test("holds a worker and an audio context while it records", () => {
  const open = fakeBrowser(null);
  createRecorder({ microphone, onKept: () => undefined }).start(talk);
  expect(open).toEqual({ workers: 1, contexts: 1 });
});
