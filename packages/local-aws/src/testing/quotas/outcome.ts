import { number, object, parse, string } from "valibot";
import { WebSocket } from "ws";
import type { TestSocket } from "../sockets.ts";

/** What became of an attempt. */
export type Outcome = "accepted" | "silence" | { type: string; status: number } | { closes: number } | { stun: number };

/** Attempt number n, or one that is n large, or one that takes n ms: as the quota is counted. */
export type Attempt = (n: number) => Promise<Outcome>;

const serviceError = object({ name: string(), $metadata: object({ httpStatusCode: number() }) });

/** Of a call by one of AWS's SDK clients. `judged`: the refusal of a call that was let in, and is wrong for another reason. */
export async function ofCall(call: Promise<unknown>, judged?: string): Promise<Outcome> {
  try {
    await call;
    return "accepted";
  } catch (error) {
    const { name, $metadata } = parse(serviceError, error);
    return name === judged ? "accepted" : { type: name, status: $metadata.httpStatusCode };
  }
}

/** Of opening a socket, which then stays open. */
export const ofConnect = (url: string): Promise<Outcome> =>
  new Promise((resolve) => {
    const raw = new WebSocket(url);
    raw.once("open", () => resolve("accepted"));
    raw.on("error", () => {});
    raw.once("unexpected-response", (_, response) => {
      resolve({ type: String(response.headers["x-amzn-errortype"]), status: response.statusCode ?? 0 });
      response.resume();
    });
  });

/** Of an open socket: whether it still answers, or which code closed it. */
export const ofSocket = ({ raw, closed }: TestSocket): Promise<Outcome> =>
  new Promise((resolve) => {
    void closed.then((closes) => resolve({ closes }));
    raw.once("pong", () => resolve("accepted"));
    if (raw.readyState === raw.OPEN) raw.ping();
  });
