/** How many cases a property gets, and what holds for every one of them. Takes effect once, when it is first imported. */
import fc from "fast-check";
import { TestRunner } from "vitest";
import { expectNoEcho } from "./canary.ts";
import { forgetPrinted, printed } from "./console.ts";
import { fuzzLimits } from "./limits.ts";

declare module "vitest" {
  interface TaskMeta {
    /** Read by `bench/fuzz.ts`. */
    cases?: number;
  }
}

/** A case that takes longer hangs. */
const SETTLES_WITHIN_MS = 20_000;
/** A case that burns more is a way to bring the page or the server to its knees. Not elapsed time: the machine may be busy. */
const MOST_CPU_MS = 1500;

const { cases, seconds, seed, mayStopEarly } = fuzzLimits(process.env);
fc.configureGlobal({ numRuns: cases, ...(seed !== undefined && { seed }) });

const bounded: fc.Plugin<unknown> = () => ({
  decorateRun: (run) => (value) => {
    forgetPrinted();
    const before = process.cpuUsage();
    const judge = (outcome: Awaited<ReturnType<typeof run>>) => {
      const cpuMs = process.cpuUsage(before).user / 1000;
      if (outcome !== null) return outcome;
      if (cpuMs > MOST_CPU_MS) return { error: new Error(`the case took ${Math.round(cpuMs)} ms of processor time`) };
      try {
        expectNoEcho("the console", printed());
        return null;
      } catch (error) {
        return { error };
      }
    };
    const outcome = run(value);
    return outcome instanceof Promise ? outcome.then(judge) : judge(outcome);
  },
});

const counted: fc.Plugin<unknown> = () => ({
  onAllRunsComplete({ numRuns }) {
    const test = TestRunner.getCurrentTest();
    if (test) test.meta.cases = (test.meta.cases ?? 0) + numRuns;
  },
});

fc.installGlobalPlugin(fc.interruptAfterTimeLimit(seconds * 1000, { failOnInterrupt: !mayStopEarly }));
fc.installGlobalPlugin(counted);
fc.installGlobalPlugin(bounded);
fc.installGlobalPlugin(fc.timeout(SETTLES_WITHIN_MS));
