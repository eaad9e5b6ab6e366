/** The part of the browser's WebSocket the client uses. */
export interface ClientSocket {
  readonly readyState: number;
  send(data: string): void;
  close(code?: number, reason?: string): void;
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
