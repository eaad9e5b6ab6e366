import type { Browser, TestInfo } from "@playwright/test";
import { gapUnnoticed, inTime, lasting, NEVER_STOPS_MS, note, REPEATED_AT_MOST } from "../lib/continuous.ts";
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
type Broken = Partial<Record<Service, Outage>>;

async function breakServices(broken: Broken): Promise<void> {
  for (const name of names) {
    const how = broken[name];
    for (const service of how ? services[name] : []) await localAws.fault("answer", { service, how });
  }
  // What is connected would not notice for an hour.
  await localAws.fault("closeSockets");
}

interface Outages {
  fault: string;
  broken: Broken;
  forMs: number;
}

/** Whoever hears goes on hearing, the speaker stays on air, and who comes meanwhile gets in once the services are back. */
async function expectToHold(
  browser: Browser,
  info: TestInfo,
  { speaker, link, hearing }: Talk,
  { fault, broken, forMs }: Outages,
): Promise<void> {
  const gapMs = await gapUnnoticed(hearing, async () => {
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
const allBroken = (round: number): Broken =>
  Object.fromEntries(names.map((name, i) => [name, kinds[(i + round) % kinds.length] ?? "error"]));

const said = (broken: Broken): string =>
  names.flatMap((name) => (broken[name] ? [`${name} ${outages[broken[name]]}`] : [])).join(", ");

const alone: readonly Broken[] = [
  { Cognito: "hang" },
  { Cognito: "throttle" },
  { STS: "error" },
  { STS: "hang" },
  { STS: "refuse" },
  { "Kinesis Video Streams": "error" },
  { "Kinesis Video Streams": "throttle" },
];

for (const { title, forMs, rounds } of [
  // Back-offs are at their longest then.
  { title: "every service fails, for a minute", forMs: 60_000, rounds: [allBroken(0)] },
  { title: "every service fails, for a while", forMs: 8_000, rounds: [1, 2, 3].map(allBroken) },
  // Who comes gets as far as that one: has a seat, perhaps credentials, and no way to the sound.
  { title: "one service fails, for a moment", forMs: 5_000, rounds: alone },
]) {
  test(title, async ({ browser }, info) => {
    test.setTimeout(90_000 + (rounds.length + REPEATED_AT_MOST) * (forMs + 30_000));
    const talk = await beginTalk(browser);
    for (const broken of rounds) {
      const fault = `${said(broken)}, ${title.replace(/.*, /, "")}`;
      await test.step(fault, () => expectToHold(browser, info, talk, { broken, fault, forMs }));
    }
    await endSession(talk.speaker);
  });
}
