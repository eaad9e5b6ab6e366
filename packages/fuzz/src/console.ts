import { format } from "node:util";
import { vi } from "vitest";

const METHODS = ["debug", "info", "log", "warn", "error"] as const;
let lines: string[] = [];

/** Keeps what is printed instead of printing it. @returns the way to stop */
export function watchConsole(): () => void {
  lines = [];
  const spies = METHODS.map((method) =>
    vi.spyOn(console, method).mockImplementation((...said: unknown[]) => void lines.push(format(...said))),
  );
  return () => {
    for (const spy of spies) spy.mockRestore();
  };
}

/** What was printed since the case began. */
export const printed = (): string => lines.join("\n");

export const forgetPrinted = (): void => {
  lines = [];
};
