import { defaultSettings } from "@lectern/local-aws/settings";
import { test as base } from "@playwright/test";
import { closePages } from "./pages.ts";
import { localAws } from "./product.ts";
import { forgetSessions } from "./sessions.ts";

/** Playwright's test, begun without a session and ended without a page: one that failed half way leaves nothing to the next. */
export const test = base.extend<{ noSessions: undefined }>({
  noSessions: [
    async ({ browser }, use) => {
      // What an earlier test left broken is whole again.
      await localAws.fault("clear");
      await localAws.account({ enabled: true });
      await localAws.settings(defaultSettings);
      await forgetSessions();
      await use(undefined);
      await closePages(browser);
    },
    { auto: true },
  ],
});

export { expect } from "@playwright/test";
