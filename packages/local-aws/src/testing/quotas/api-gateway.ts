import { ApiGatewayManagementApiClient, PostToConnectionCommand } from "@aws-sdk/client-apigatewaymanagementapi";
import { array, number, object, parse, string } from "valibot";
import { vi } from "vitest";
import { followClock } from "../../api-gateway/aws-clients.ts";
import { openSocket } from "../sockets.ts";
import type { TestStand } from "../stand.ts";
import { type Attempt, type Outcome, ofCall, ofSocket } from "./outcome.ts";
import { pass } from "./signaling.ts";

const stateSchema = object({
  sockets: object({ websocket: array(object({ connectionId: string() })) }),
  kept: object({ timers: number() }),
});
const state = async ({ localAws }: TestStand) =>
  parse(stateSchema, await (await fetch(`${localAws.url}/_local/state`)).json());
const answerSchema = object({ message: string() });

const open = ({ localAws }: TestStand) => openSocket(localAws.env.VITE_WEBSOCKET_URL ?? "");
const fault = ({ localAws }: TestStand, body: object) =>
  fetch(`${localAws.url}/_local/faults`, { method: "POST", body: JSON.stringify(body) });

/** Messages n bytes long, in frames of so many. */
export async function sendText(stand: TestStand, frameBytes: number): Promise<Attempt> {
  return async (n) => {
    const socket = await open(stand);
    for (let sent = 0; sent < n; sent += frameBytes) {
      const size = Math.min(frameBytes, n - sent);
      socket.raw.send("a".repeat(size), { fin: sent + size === n });
    }
    return ofSocket(socket);
  };
}

/** What the session API sends, by AWS's SDK. */
export async function postToConnection(stand: TestStand): Promise<Attempt> {
  await open(stand);
  const ConnectionId = (await state(stand)).sockets.websocket.at(-1)?.connectionId;
  const endpoint = `${stand.localAws.url}/ws`;
  const configuration = { region: "us-east-1", endpoint, credentials: stand.handlers, maxAttempts: 1 };
  const client = new ApiGatewayManagementApiClient(configuration);
  followClock(client.config, stand.deps.clock);
  return (n) => ofCall(client.send(new PostToConnectionCommand({ ConnectionId, Data: `"${"a".repeat(n - 2)}"` })));
}

/** Sockets that are left alone, or with `busy` send messages all the time, for so long. */
export async function stayOnline(stand: TestStand, busy = false): Promise<Attempt> {
  return async (ms) => {
    const socket = await open(stand);
    const speak = async () => {
      const heard = socket.frames.length;
      socket.send({ action: "ping" });
      await vi.waitUntil(() => socket.frames.length > heard, 10_000);
    };
    await pass(stand, ms, busy ? speak : undefined);
    return ofSocket(socket);
  };
}

const ofAnswer = async (answer: Response): Promise<Outcome> => ({
  type: parse(answerSchema, await answer.json()).message,
  status: answer.status,
});

export async function ask(stand: TestStand): Promise<Attempt> {
  return async () => {
    const answer = await fetch(`${stand.localAws.env.VITE_HTTP_API_URL}/health`);
    return answer.ok ? "accepted" : ofAnswer(answer);
  };
}

/** Without a token they are refused, but not for their size. */
export async function sendBody(stand: TestStand): Promise<Attempt> {
  return async (n) => {
    const answer = await fetch(`${stand.localAws.env.VITE_HTTP_API_URL}/sessions`, {
      method: "POST",
      body: "a".repeat(n),
    });
    return answer.status === 401 ? "accepted" : ofAnswer(answer);
  };
}

/** Requests whose handler has been waiting for its table for so long. */
export async function waitForAnswer(stand: TestStand): Promise<Attempt> {
  return async (ms) => {
    await fault(stand, { fault: "answer", service: "dynamodb", how: "hang" });
    const { timers } = (await state(stand)).kept;
    let answer: Response | undefined;
    const answered = fetch(`${stand.localAws.env.VITE_HTTP_API_URL}/sessions/mayo-yoyo-zoom-zero`).then((response) => {
      answer = response;
    });
    // It has arrived once its time is being taken.
    await vi.waitUntil(async () => (await state(stand)).kept.timers > timers, 10_000);
    stand.localAws.clock.advance(ms);
    // Asked after the answer left, if it did.
    await state(stand);
    await state(stand);
    const outcome: Outcome = answer === undefined ? "accepted" : await ofAnswer(answer);
    await fault(stand, { fault: "clear" });
    await answered;
    return outcome;
  };
}
