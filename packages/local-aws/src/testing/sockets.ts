import { once } from "node:events";
import { WebSocket } from "ws";

/** A raw socket with what it received, as JSON. */
export interface TestSocket {
  raw: WebSocket;
  frames: unknown[];
  send(message: unknown): void;
  /** The first frame, received already or yet to come, that holds these members. */
  received(members: Record<string, unknown>): Promise<unknown>;
  /** Resolves with the close code. */
  closed: Promise<number>;
}

export interface Refusal {
  status: number;
  type: string;
  message: string;
}

const holds = (frame: unknown, members: Record<string, unknown>): boolean =>
  typeof frame === "object" &&
  frame !== null &&
  Object.entries(members).every(
    ([name, value]) =>
      JSON.stringify(Object.entries(frame).find(([key]) => key === name)?.[1]) === JSON.stringify(value),
  );

export async function openSocket(url: string): Promise<TestSocket> {
  const raw = new WebSocket(url);
  const frames: unknown[] = [];
  raw.on("message", (data) => frames.push(JSON.parse(String(data))));
  const closed = new Promise<number>((resolve) => raw.once("close", resolve));
  await once(raw, "open");
  return {
    raw,
    frames,
    send: (message) => raw.send(typeof message === "string" ? message : JSON.stringify(message)),
    received: (members) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = frames.find((frame) => holds(frame, members));
          if (found !== undefined) resolve(found);
        };
        raw.on("message", look);
        raw.once("close", () => reject(new Error(`closed, and nothing like ${JSON.stringify(members)} came`)));
        look();
      }),
    closed,
  };
}

/** How the upgrade was refused, read as a browser cannot. */
export const refusalOf = (url: string): Promise<Refusal> =>
  new Promise((resolve, reject) => {
    const raw = new WebSocket(url);
    raw.once("open", () => {
      raw.close();
      reject(new Error("the socket opened"));
    });
    raw.once("error", () => {});
    raw.once("unexpected-response", (_, response) => {
      let body = "";
      response.on("data", (chunk) => {
        body += String(chunk);
      });
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          type: String(response.headers["x-amzn-errortype"] ?? ""),
          message: body,
        }),
      );
    });
  });
