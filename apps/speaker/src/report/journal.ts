import { createJournal, writeReport } from "@lectern/live/report";

/** What happens on this page, kept for as long as it is open. */
export const journal = createJournal();

/** For whoever helps; `error`: what went wrong, if something did. */
export const report = (error?: unknown): string =>
  writeReport({ page: "speaker", version: __LECTERN_VERSION__, journal, error });
