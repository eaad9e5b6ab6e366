/** A controller that aborts with `outer` as well, until `release`. (`AbortSignal.any` is missing in some phones' browsers.) */
export function linkedController(outer: AbortSignal): AbortController & { release(): void } {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  if (outer.aborted) abort();
  outer.addEventListener("abort", abort);
  return Object.assign(controller, { release: () => outer.removeEventListener("abort", abort) });
}

export const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve());
  });
