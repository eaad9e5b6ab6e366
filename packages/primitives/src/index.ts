/** What several packages need once: time, durations, retry delays, state, errors with a code and AWS's, browser storage, JSON that may be none, text as people type it. No dependencies, no protocol. */
export { awsErrorType, isThrottlingType } from "./aws-errors.ts";
export { CodedError } from "./coded-error.ts";
export { displayedText } from "./displayed-text.ts";
export { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "./durations.ts";
export { fullJitterMs } from "./full-jitter.ts";
export { parseJson } from "./json.ts";
export { createMachine, createStore, type Machine, type Readable, type Step, viewOnto } from "./machine.ts";
export { oneByOne } from "./one-by-one.ts";
export { plainText } from "./plain-text.ts";
export { createServerClock, type ServerClock } from "./server-clock.ts";
export { browserStorage, type KeyValueStorage, openStoredItem, type StoredItem } from "./storage.ts";
export { abortAfter, browserTiming, type Clocks, sleep, startStopwatch, type Timers, type Timing } from "./timing.ts";
