/**
 * One Lambda-like process: takes invocations as lines of JSON on stdin until it ends, says when each is done.
 * Bundled and started by processes.test.ts.
 */
import { createInterface } from "node:readline";
import * as v from "valibot";
import { createHandlers } from "../handlers/index.ts";
import { createEnvironment } from "./environment.ts";
import { webSocketEvent } from "./events.ts";

const argumentsSchema = v.object({ url: v.string(), dynamodbUrl: v.string(), now: v.number() });
const invocationSchema = v.object({
  connectionId: v.string(),
  routeKey: v.picklist(["$connect", "$disconnect", "$default"]),
  body: v.optional(v.string()),
});

const cloud = v.parse(argumentsSchema, JSON.parse(process.argv[2] ?? ""));
process.stdout.write("ready\n");
createInterface({ input: process.stdin }).on("line", async (line) => {
  const { connectionId, routeKey, body } = v.parse(invocationSchema, JSON.parse(line));
  const { webSocket } = createHandlers(createEnvironment(cloud, () => cloud.now));
  await webSocket(webSocketEvent(connectionId, routeKey, body));
  process.stdout.write("done\n");
});
