import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Settings } from "@lectern/local-aws/settings";
import * as v from "valibot";

/** So many products run side by side, one for each of Playwright's workers: what a test breaks is its own. */
export const PRODUCTS = Number(process.env.LECTERN_TEST_PRODUCTS ?? 3);
/** Away from the defaults, so that tests run beside somebody's `npm start`; LECTERN_TEST_PORT moves them all. */
const first = Number(process.env.LECTERN_TEST_PORT ?? 25173);

/** Where the nth product lives. */
export function productOf(index: number) {
  const speaker = first + 4 * index;
  return { speaker, listener: speaker + 1, aws: speaker + 2, spare: speaker + 3, data: `test-results/local-${index}` };
}

/** Where the states page is, for all of them. */
export const statesPort = productOf(PRODUCTS).spare;

/** The product of this worker, and a port more for what a test serves by itself. */
export const product = productOf(Number(process.env.TEST_PARALLEL_INDEX ?? 0));
const awsUrl = `http://127.0.0.1:${product.aws}`;
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

export const demo = (): Demo => JSON.parse(readFileSync(`${root}${product.data}/demo.json`, "utf8"));

const stateSchema = v.object({
  now: v.number(),
  channels: v.array(v.object({ name: v.string() })),
  sockets: v.object({
    signaling: v.array(v.object({ role: v.string(), clientId: v.nullable(v.string()), connectedAt: v.number() })),
    websocket: v.array(v.object({ connectedAt: v.number() })),
  }),
  turnSpkiSha256: v.nullable(v.string()),
  allocations: v.nullable(v.number()),
  refusals: v.record(v.string(), v.number()),
});
type State = v.InferOutput<typeof stateSchema>;
const resourcesSchema = v.object({ heapBytes: v.number(), handles: v.number(), timers: v.number() });

/** A refusal by a quota or a limit of size, in the words of each service and of what it drops in silence. */
const OVER_LIMIT = /LimitExceeded|QuotaReached|TooMany|Throttl|TooLarge|too-large/;

const ask = async (path: string): Promise<unknown> => (await fetch(`${awsUrl}/_local/${path}`)).json();

/** The stand-in's control API. */
export const localAws = {
  async settings(settings: Partial<Settings>): Promise<void> {
    await control("settings", settings);
  },
  async fault(fault: string, details: Record<string, unknown> = {}): Promise<void> {
    await control("faults", { fault, ...details });
  },
  async advance(minutes: number): Promise<void> {
    await control("clock", { advanceMs: Math.round(minutes * 60_000) });
  },
  /** What an administrator does to an account; the demo speaker's unless another is named. */
  async account(change: {
    email?: string;
    enabled?: boolean;
    signOut?: true;
    invite?: { password: string };
    password?: string;
    resetPassword?: true;
    phone?: string;
    factors?: readonly ("SMS_MFA" | "SOFTWARE_TOKEN_MFA")[];
  }): Promise<void> {
    await control("accounts", { email: demo().email, ...change });
  },
  /** Makes an account that needs no more than its password. */
  async member(email: string, password: string): Promise<void> {
    await localAws.account({ email, invite: { password }, password });
  },
  async state(): Promise<State> {
    return v.parse(stateSchema, await ask("state"));
  },
  /** What its process holds, after a garbage collection. */
  resources: async () => v.parse(resourcesSchema, await ask("resources")),
  /** What was refused because a quota was exceeded, or something was too large. */
  async limits(): Promise<[string, number][]> {
    const { refusals } = await localAws.state();
    return Object.entries(refusals).filter(([reason]) => OVER_LIMIT.test(reason));
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
