import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import * as v from "valibot";
import type { Clock } from "../http/service.ts";

/** A function as it is deployed: a bundle that exports `handler`, and what it reads from its environment. */
export interface LambdaFunction {
  /** An ES module. */
  file: string;
  environment: Readonly<Record<string, string>>;
}

/** Time is the stand-in's; nothing else of the process is touched. What a handler leaves running ends with its answer. */
const RUNTIME = `
const { parentPort, workerData: { file, event, aheadMs } } = require("node:worker_threads");
const now = Date.now;
Date.now = () => now() + aheadMs;
import(file)
  .then(({ handler }) => handler(event))
  .then((result) => parentPort.postMessage({ result }), ({ name, message }) => parentPort.postMessage({ name, message }));
`;

const answerSchema = v.union([v.object({ name: v.string(), message: v.string() }), v.object({ result: v.unknown() })]);

/**
 * Invokes a function as Lambda does at its worst: every invocation is a cold start, in a thread with a module state,
 * environment and credentials of its own.
 */
export function createLambda(
  { file, environment }: LambdaFunction,
  clock: Clock,
): (event: unknown) => Promise<unknown> {
  return (event) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(RUNTIME, {
        eval: true,
        env: { ...environment, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
        // Not what this process was started with: a bundle needs no loader.
        execArgv: [],
        workerData: { file: pathToFileURL(file).href, event, aheadMs: clock.now() - Date.now() },
      });
      worker.once("message", (message) => {
        const answer = v.parse(answerSchema, message);
        if ("name" in answer) reject(Object.assign(new Error(answer.message), { name: answer.name }));
        else resolve(answer.result);
        void worker.terminate();
      });
      worker.once("error", reject);
      worker.once("exit", () => reject(new Error("the function ended without an answer")));
    });
}
