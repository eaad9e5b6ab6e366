/** Retries once on a network error: the server may have closed a kept-alive connection just now. */
export async function fetchWithRetry(url: string, init: RequestInit = {}): Promise<Response> {
  const once = () => fetch(url, { signal: AbortSignal.timeout(10_000), ...init });
  try {
    return await once();
  } catch {
    return once();
  }
}
