import { test as base } from "@playwright/test";
import { forgetSessions } from "./sessions.ts";

/** Playwright's test, begun without a session: one that failed half way leaves nothing to the next. */
export const test = base.extend<{ noSessions: undefined }>({
  noSessions: [
    async ({ browserName: _ }, use) => {
      await forgetSessions();
      await use(undefined);
    },
    { auto: true },
  ],
});
