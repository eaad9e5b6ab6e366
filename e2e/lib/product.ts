import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Away from the defaults, so that tests run beside somebody's `npm start`. */
export const ports = { speaker: 25173, listener: 25174, aws: 29700 };
const awsUrl = `http://127.0.0.1:${ports.aws}`;
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** What `npm start` says of itself (design §7). */
export interface Demo {
  speakerUrl: string;
  listenerUrl: string;
  awsEndpoint: string;
  httpApiUrl: string;
  webSocketUrl: string;
  email: string;
  password: string;
  env: Record<string, string>;
}

export const demo = (): Demo => JSON.parse(readFileSync(`${root}test-results/local/demo.json`, "utf8"));

/** The stand-in's control API. */
export const localAws = {
  async settings(settings: Record<string, boolean>): Promise<void> {
    await control("settings", settings);
  },
};

async function control(path: string, body: unknown): Promise<void> {
  const answer = await fetch(`${awsUrl}/_local/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`local-aws refused ${path}: ${answer.status} ${await answer.text()}`);
}
