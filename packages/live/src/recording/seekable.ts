import type { Container } from "./about.ts";
import type { FromSeekable } from "./seekable.worker.ts";

/** Makes the copy that players seek in. The library that does it is loaded for this and not before. @returns whether it was made. */
export function makeSeekable(id: string, container: Container): Promise<boolean> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL("./seekable.worker.ts", import.meta.url), { type: "module" });
    const end = (isMade: boolean) => {
      worker.terminate();
      resolve(isMade);
    };
    worker.addEventListener("message", ({ data }: MessageEvent<FromSeekable>) => end(data.type === "done"));
    worker.addEventListener("error", () => end(false));
    worker.postMessage({ id, container });
  });
}
