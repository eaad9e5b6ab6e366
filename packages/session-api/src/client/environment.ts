import { browserTiming, type Timing } from "@lectern/primitives";

/** The part of the browser's WebSocket the client uses. */
export interface ClientSocket {
  send(data: string): void;
  close(): void;
  addEventListener(type: "open" | "close" | "error", listener: () => void): void;
  addEventListener(type: "message", listener: (event: { data: unknown }) => void): void;
}

/** What the client takes from its surroundings; each defaults to the browser's own. */
export interface ClientEnvironment extends Timing {
  fetch: typeof fetch;
  WebSocket: new (url: string) => ClientSocket;
}

/** Looked up when it is called, not when it is imported: a page may load where some of it does not exist. */
export function resolveEnvironment(given: Partial<ClientEnvironment> = {}): ClientEnvironment {
  return {
    ...browserTiming,
    fetch: (input, init) => globalThis.fetch(input, init),
    // Not by its name: this file is also compiled without the DOM's types.
    WebSocket: Reflect.get(globalThis, "WebSocket"),
    ...given,
  };
}
