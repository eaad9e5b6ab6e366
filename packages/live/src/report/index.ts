/** The report that a person may copy and send to somebody who helps them. */
export { createJournal, type Journal } from "./journal.ts";
export { writeReport } from "./report.ts";
