/** fetch, tried once more when nothing answers at all: a kept connection that was closed just now is no finding. */
export async function fetchWithRetry(url: string, init: RequestInit = {}): Promise<Response> {
  const once = () => fetch(url, { signal: AbortSignal.timeout(10_000), ...init });
  try {
    return await once();
  } catch {
    return once();
  }
}
