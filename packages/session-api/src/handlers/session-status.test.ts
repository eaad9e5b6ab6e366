import { expect, test } from "vitest";
import type { SessionStatus } from "../contract/index.ts";
import { type StatusEvent, transition } from "./session-status.ts";

const table: Record<SessionStatus, Record<StatusEvent, SessionStatus | null>> = {
  waiting: { mastering: "live", pause: null, resume: null, end: "ended" },
  live: { mastering: "live", pause: "paused", resume: "live", end: "ended" },
  paused: { mastering: "paused", pause: "paused", resume: "live", end: "ended" },
  ended: { mastering: "live", pause: null, resume: null, end: "ended" },
};

const pairs = Object.entries(table).flatMap(([status, row]) =>
  Object.entries(row).map(([event, next]) => ({ status, event, next }) as const),
);

test.each(pairs)("$status on $event becomes $next", ({ status, event, next }) => {
  expect(transition(status as SessionStatus, event as StatusEvent)).toBe(next);
});
