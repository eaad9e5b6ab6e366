import { test as base } from "@playwright/test";
import { localAws } from "./product.ts";

/** Playwright's test; one that fails half way does not leave its talk on air for the next. */
export const test = base.extend<{ freshTalk: undefined }>({
  freshTalk: [
    async ({ browserName: _ }, use, info) => {
      await use(undefined);
      // Past the time after which the reaper ends a talk whose speaker is gone.
      if (info.status !== info.expectedStatus) await localAws.advanceClock(11 * 60_000);
    },
    { auto: true },
  ],
});
