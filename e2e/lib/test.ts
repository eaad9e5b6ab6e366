import { defaultSettings } from "@lectern/local-aws/settings";
import { test as base, type LaunchOptions } from "@playwright/test";
import { chromiumOptions } from "./chromium.ts";
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

/** The same, with a voice that never pauses: every gap in what is heard is one of the sound's. */
export const steadyTest = test.extend<object, { launchOptions: LaunchOptions }>({
  launchOptions: [chromiumOptions({ microphone: "steady" }), { scope: "worker" }],
});

export { expect } from "@playwright/test";
