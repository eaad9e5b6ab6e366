import type { Browser, TestInfo } from "@playwright/test";
import { gapDuring, inTime, lasting, NEVER_STOPS_MS, note } from "../lib/continuous.ts";
import { closeTab, endSession, openListener, state } from "../lib/pages.ts";
import { localAws } from "../lib/product.ts";
import { beginTalk, GET_IN_MS, getIn, type Talk } from "../lib/talk.ts";
import { expect, steadyTest as test } from "../lib/test.ts";

const services = {
  "The session API": ["http-api", "web-socket-api"],
  Cognito: ["cognito-idp", "cognito-identity"],
  STS: ["sts"],
  "Kinesis Video Streams": ["kinesisvideo", "signaling"],
} as const;
type Service = keyof typeof services;
const names = Object.keys(services) as Service[];

const outages = { error: "answers 5xx", throttle: "throttles", hang: "hangs", refuse: "refuses connections" } as const;
type Outage = keyof typeof outages;
const kinds = Object.keys(outages) as Outage[];

async function breakServices(broken: Partial<Record<Service, Outage>>): Promise<void> {
  for (const name of names) {
    const how = broken[name];
    for (const service of how ? services[name] : []) await localAws.fault("answer", { service, how });
  }
  // What is connected would not notice for an hour.
  await localAws.fault("closeSockets");
}

interface Outages {
  fault: string;
  broken: Partial<Record<Service, Outage>>;
  forMs: number;
}

/** Whoever hears goes on hearing, the speaker stays on air, and who comes meanwhile gets in once the services are back. */
async function expectToHold(
  browser: Browser,
  info: TestInfo,
  { speaker, link, hearing }: Talk,
  { fault, broken, forMs }: Outages,
): Promise<void> {
  const gapMs = await gapDuring(hearing, NEVER_STOPS_MS, async () => {
    const tookMs = await inTime(GET_IN_MS, async (begin) => {
      await breakServices(broken);
      const newcomer = await openListener(browser, link);
      await newcomer.getByRole("button", { name: "Listen" }).click();
      await lasting(forMs);
      await expect(state(newcomer)).toHaveAttribute("data-state", /looking-up|waiting|connecting|reconnecting/);
      await begin();
      await localAws.fault("clear");
      const waitedMs = await getIn(newcomer, Date.now());
      await closeTab(newcomer);
      return waitedMs;
    });
    expect(tookMs).toBeLessThan(GET_IN_MS);
    await expect(state(speaker)).toHaveAttribute("data-state", "live");
  });
  expect(gapMs).toBeLessThan(NEVER_STOPS_MS);
  note(info, { fault, sees: "nothing; newcomers wait and get in by themselves", gapMs });
}

/** Each service fails in another way; in four rounds, every service in every way. */
function brokenIn(round: number, those: readonly Service[]) {
  const broken = Object.fromEntries(those.map((name, i) => [name, kinds[(i + round) % kinds.length] ?? "error"]));
  return { broken, fault: those.map((name) => `${name} ${outages[broken[name] ?? "error"]}`).join(", ") };
}

for (const { title, rounds, those = names, forMs } of [
  // Back-offs are at their longest then.
  { title: "for a minute", rounds: [0], forMs: 60_000 },
  { title: "for a while", rounds: [1, 2, 3], forMs: 15_000 },
  // Who comes is given a seat, and no way to the sound.
  { title: "and the session API is well", rounds: [1, 2], those: names.slice(1), forMs: 15_000 },
]) {
  test(`every service fails in another way, ${title}`, async ({ browser }, info) => {
    test.setTimeout(90_000 + rounds.length * 6 * (forMs + 30_000));
    const talk = await beginTalk(browser);
    for (const round of rounds) {
      const { broken, fault } = brokenIn(round, those);
      const outage = { broken, fault: `${fault}, ${title}`, forMs };
      await test.step(outage.fault, () => expectToHold(browser, info, talk, outage));
    }
    await endSession(talk.speaker);
  });
}
