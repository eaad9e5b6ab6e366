import type { SessionApi } from "@lectern/session-api/client";
import type { ConfigResponse } from "@lectern/session-api/contract";

/** What whoever runs this Lectern has decided, as `GET /config` tells it; null until it is known. */
export interface Deployment {
  getState(): ConfigResponse | null;
  subscribe(listener: () => void): () => void;
  /** Asks until there is an answer. */
  load(): Promise<void>;
}

const AGAIN_AFTER_MS = 4000;

export function createDeployment(api: Pick<SessionApi, "getConfig">): Deployment {
  let state: ConfigResponse | null = null;
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async load() {
      while (state === null) {
        try {
          state = await api.getConfig();
        } catch {
          await new Promise((later) => setTimeout(later, AGAIN_AFTER_MS));
        }
      }
      for (const listener of listeners) listener();
    },
  };
}
