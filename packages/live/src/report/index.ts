/** What a person may copy for whoever helps them. */
export { createJournal, type Journal } from "./journal.ts";
export { writeReport } from "./report.ts";
