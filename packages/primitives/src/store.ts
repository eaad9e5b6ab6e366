/** A value that can be read at any time and tells when it changed: all React needs of a core (useSyncExternalStore). */
export interface Readable<T> {
  getState(): T;
  /** @returns a function that ends the subscription. */
  subscribe(listener: () => void): () => void;
}

export interface Store<State, Event> extends Readable<State> {
  dispatch(event: Event): void;
}

/** The only place where state changes: through a pure transition. The same state back means nothing happened. */
export function createStore<State, Event>(
  initial: State,
  transition: (state: State, event: Event) => State,
): Store<State, Event> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch(event) {
      const next = transition(state, event);
      if (next === state) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
  };
}
