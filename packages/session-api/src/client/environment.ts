/** The part of the browser's WebSocket the client uses. */
export interface ClientSocket {
  send(data: string): void;
  close(): void;
  addEventListener(type: "open" | "close" | "error", listener: () => void): void;
  addEventListener(type: "message", listener: (event: { data: unknown }) => void): void;
}

/** What the client takes from its surroundings; each defaults to the browser's own. */
export interface ClientEnvironment {
  fetch: typeof fetch;
  WebSocket: new (url: string) => ClientSocket;
  /** Epoch ms. */
  now(): number;
  /** 0 ≤ random < 1. */
  random(): number;
  setTimeout(callback: () => void, delayMs: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** Looked up at the call, not at import: a page may load where some of it does not exist. */
export function resolveEnvironment(given: Partial<ClientEnvironment> = {}): ClientEnvironment {
  return {
    fetch: (input, init) => globalThis.fetch(input, init),
    // Not by name: this file is also read where no DOM types are.
    WebSocket: Reflect.get(globalThis, "WebSocket"),
    now: () => Date.now(),
    random: () => Math.random(),
    setTimeout: (callback, delayMs) => globalThis.setTimeout(callback, delayMs),
    clearTimeout: (timer) => globalThis.clearTimeout(timer as Parameters<typeof globalThis.clearTimeout>[0]),
    ...given,
  };
}
