/** What several packages need once: time, retry delays, a store, JSON that may be none. No dependencies, no protocol. */
export { fullJitterMs } from "./full-jitter.ts";
export { parseJson } from "./json.ts";
export { createServerClock, type ServerClock } from "./server-clock.ts";
export { createStore, type Readable, type Store } from "./store.ts";
export { browserTiming, type Clocks, sleep, startStopwatch, type Timers, type Timing } from "./timing.ts";
