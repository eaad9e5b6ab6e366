import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

export interface Resources {
  /** Bytes of the JavaScript heap. */
  heapBytes: number;
  /** Sockets, servers and pipes that are open. */
  handles: number;
}

const isTimer = (kind: string) => kind === "Timeout" || kind === "Immediate";

/** What this whole process holds once its garbage is collected: for tests that look for leaks. */
export function readResources(): Resources {
  setFlagsFromString("--expose-gc");
  const collectGarbage: () => void = runInNewContext("gc");
  collectGarbage();
  return {
    heapBytes: process.memoryUsage().heapUsed,
    handles: process.getActiveResourcesInfo().filter((kind) => !isTimer(kind)).length,
  };
}
