/** A value that can be read at any time and tells when it changed: all React needs of a core (useSyncExternalStore). */
export interface Readable<T> {
  getState(): T;
  /** @returns a function that ends the subscription. */
  subscribe(listener: () => void): () => void;
}

/** What an event leads to: the state after it, and what is to be done, in order. */
export interface Step<State, Command> {
  state: State;
  commands: readonly Command[];
}

export interface Machine<State, Event> extends Readable<State> {
  dispatch(event: Event): void;
}

/**
 * A state that only a pure transition changes; what has to be done about it is returned as commands, which `run` carries
 * out. Events dispatched by subscribers or by `run` are handled after the present one. What one of them throws is thrown once all
 * the others have done what is due.
 */
export function createMachine<State, Event, Command>(
  initial: State,
  transition: (state: State, event: Event) => Step<State, Command>,
  run: (command: Command) => void,
): Machine<State, Event> {
  let state = initial;
  const events: Event[] = [];
  let isHandling = false;
  const listeners = new Set<() => void>();

  function handle(event: Event, attempt: (action: () => void) => void): void {
    const step = transition(state, event);
    const isNew = step.state !== state;
    state = step.state;
    if (isNew) for (const listener of [...listeners]) attempt(listener);
    for (const command of step.commands) attempt(() => run(command));
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    dispatch(event) {
      events.push(event);
      if (isHandling) return;
      isHandling = true;
      const thrown: unknown[] = [];
      const attempt = (action: () => void) => {
        try {
          action();
        } catch (error) {
          thrown.push(error);
        }
      };
      for (let next = events.shift(); next !== undefined; next = events.shift()) handle(next, attempt);
      isHandling = false;
      if (thrown.length > 0) throw thrown[0];
    },
  };
}

/** A machine whose changes ask for nothing to be done. The same state back means nothing happened. */
export const createStore = <State, Event>(
  initial: State,
  transition: (state: State, event: Event) => State,
): Machine<State, Event> =>
  createMachine(
    initial,
    (state, event: Event) => ({ state: transition(state, event), commands: [] }),
    () => undefined,
  );

/** What others shall see of a state. While none of its members changed it is the same object, and nobody is told. */
export function viewOnto<State, View extends object>(
  source: Readable<State>,
  viewOf: (state: State) => View,
): Readable<View> {
  let seen = source.getState();
  let view = viewOf(seen);

  function getState(): View {
    const state = source.getState();
    if (state === seen) return view;
    seen = state;
    const next = viewOf(state);
    if (!isSame(view, next)) view = next;
    return view;
  }

  return {
    getState,
    subscribe(listener) {
      let told = getState();
      return source.subscribe(() => {
        const now = getState();
        if (now === told) return;
        told = now;
        listener();
      });
    },
  };
}

function isSame(a: object, b: object): boolean {
  const [before, after] = [Object.entries(a), new Map(Object.entries(b))];
  return before.length === after.size && before.every(([key, value]) => after.has(key) && after.get(key) === value);
}
