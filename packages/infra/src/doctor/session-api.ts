import type { Configuration } from "@lectern/auth/configuration";
import { configResponseSchema, healthResponseSchema } from "@lectern/session-api/contract";
import * as v from "valibot";
import { fetchWithRetry } from "./fetch-with-retry.ts";
import { type Finding, notChecked, ok, unanswered, wordsOf, wrong } from "./finding.ts";
import { openSocket } from "./socket.ts";

/** AWS refuses signatures that are five minutes off. This warns earlier. */
const SKEW_ALLOWED_MS = 2 * 60_000;

const logs = "Look into the logs of the session stack's functions.";

async function get<S extends v.GenericSchema>(url: string, schema: S): Promise<v.InferOutput<S>> {
  const answer = await fetchWithRetry(url);
  if (!answer.ok) throw new Error(`${new URL(url).pathname} answers ${answer.status}`);
  return v.parse(schema, await answer.json());
}

/** Asks both public routes, and compares this machine's clock with the server's. */
export async function checkHttpApi({ httpApiUrl }: Configuration): Promise<{ findings: Finding[]; offsetMs: number }> {
  try {
    await get(`${httpApiUrl}/config`, configResponseSchema);
    const { serverTime } = await get(`${httpApiUrl}/health`, healthResponseSchema);
    const offsetMs = serverTime - Date.now();
    const seconds = Math.round(Math.abs(offsetMs) / 1000);
    const clock =
      Math.abs(offsetMs) > SKEW_ALLOWED_MS
        ? wrong(
            "clock",
            `This machine's clock is ${seconds} s off the session API's.`,
            "Set it by the network: timedatectl set-ntp true",
          )
        : ok("clock", "This machine's clock agrees with the session API's.");
    return { findings: [ok("http-api", "The HTTP API answers."), clock], offsetMs };
  } catch (error) {
    const findings = [
      unanswered("http-api", error, "VITE_HTTP_API_URL") ??
        wrong(
          "http-api",
          `The HTTP API does not answer as it should: ${wordsOf(error)}`,
          `Check VITE_HTTP_API_URL. ${logs}`,
        ),
      notChecked("clock", "The HTTP API did not tell the time."),
    ];
    return { findings, offsetMs: 0 };
  }
}

/** Sends a message whose sender is in no session, which the function says. An answer shows that it runs. */
export async function checkWebSocketApi({ webSocketUrl }: Configuration): Promise<Finding> {
  try {
    const socket = await openSocket(webSocketUrl);
    try {
      socket.send({ action: "ping" });
      await socket.next("not-entered");
      return ok("web-socket-api", "The WebSocket API answers.");
    } finally {
      socket.close();
    }
  } catch (error) {
    return (
      unanswered("web-socket-api", error, "VITE_WEBSOCKET_URL") ??
      wrong(
        "web-socket-api",
        `The WebSocket API does not answer as it should: ${wordsOf(error)}`,
        `Check VITE_WEBSOCKET_URL. ${logs}`,
      )
    );
  }
}
