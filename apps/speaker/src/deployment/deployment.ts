import { browserTiming, createStore, sleep } from "@lectern/primitives";
import type { SessionApi } from "@lectern/session-api/client";
import type { ConfigResponse } from "@lectern/session-api/contract";

/** What whoever runs this Lectern has decided, as `GET /config` tells it; null until it is known. */
export interface Deployment {
  getState(): ConfigResponse | null;
  subscribe(listener: () => void): () => void;
  /** Asks until there is an answer. */
  load(): Promise<void>;
}

const RETRY_AFTER_MS = 4000;

export function createDeployment(api: Pick<SessionApi, "getConfig">): Deployment {
  const { getState, subscribe, dispatch } = createStore<ConfigResponse | null, ConfigResponse>(null, (_, told) => told);
  return {
    getState,
    subscribe,
    async load() {
      while (getState() === null) {
        try {
          dispatch(await api.getConfig());
        } catch {
          await sleep(browserTiming, RETRY_AFTER_MS);
        }
      }
    },
  };
}
