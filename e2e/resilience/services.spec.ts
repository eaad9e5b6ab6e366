import type { Browser, Page, TestInfo } from "@playwright/test";
import { chromiumOptions } from "../lib/chromium.ts";
import {
  BY_ITSELF_MS,
  gapDuring,
  type Hearing,
  inTime,
  lasting,
  NEVER_STOPS_MS,
  note,
  startHearing,
} from "../lib/continuous.ts";
import { checkMicrophone, endSession, goLive, listen, openListener, openSpeaker, state } from "../lib/pages.ts";
import { localAws } from "../lib/product.ts";
import { expect, test } from "../lib/test.ts";

test.use({ launchOptions: chromiumOptions({ microphone: "steady" }) });

/** Who comes meanwhile asks again within 3 s, once the speaker's page is back, and then waits 3.4 s at most for their turn. */
const GET_IN_MS = BY_ITSELF_MS + 5000;

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

interface Talk {
  speaker: Page;
  /** How many seats are taken, as the session API last told the speaker's page. */
  seated(): number;
  link: string;
  hearing: Hearing;
}

async function beginTalk(browser: Browser): Promise<Talk> {
  const speaker = await openSpeaker(browser);
  let seated = 0;
  speaker.on("websocket", (socket) =>
    socket.on("framereceived", ({ payload }) => {
      seated = Number(/"type":"listeners".*"seated":(\d+)/.exec(String(payload))?.[1] ?? seated);
    }),
  );
  const link = await checkMicrophone(speaker);
  await goLive(speaker);
  const listener = await openListener(browser, link);
  await listen(listener);
  const hearing = await startHearing(listener, speaker);
  return { speaker, seated: () => seated, link, hearing };
}

async function breakServices(broken: Partial<Record<Service, Outage>>): Promise<void> {
  for (const name of names) {
    const how = broken[name];
    for (const service of how ? services[name] : []) await localAws.fault("answer", { service, how });
  }
  // What is connected would not notice for an hour.
  await localAws.fault("closeSockets");
}

/** Who comes meanwhile waits, is told nothing untrue, and gets in by themselves. Resolves with how long that took, ms. */
async function getIn(newcomer: Page, since: number): Promise<number> {
  await expect(state(newcomer)).toHaveAttribute("data-state", "playing");
  return Date.now() - since;
}

async function expectUnharmed(
  { speaker, hearing }: Talk,
  info: TestInfo,
  fault: string,
  happens: () => Promise<void>,
): Promise<void> {
  const gapMs = await gapDuring(hearing, NEVER_STOPS_MS, async () => {
    await happens();
    await expect(state(speaker)).toHaveAttribute("data-state", "live");
  });
  expect(gapMs).toBeLessThan(NEVER_STOPS_MS);
  note(info, { fault, sees: "nothing; newcomers wait and get in by themselves", gapMs });
  await endSession(speaker);
}

async function expectToHold(
  browser: Browser,
  info: TestInfo,
  { fault, broken, forMs }: { fault: string; broken: Partial<Record<Service, Outage>>; forMs: number },
): Promise<void> {
  test.setTimeout(90_000 + 6 * (forMs + 30_000));
  const talk = await beginTalk(browser);
  await expectUnharmed(talk, info, fault, async () => {
    const tookMs = await inTime(GET_IN_MS, async (begin) => {
      await breakServices(broken);
      const newcomer = await openListener(browser, talk.link);
      await newcomer.getByRole("button", { name: "Listen" }).click();
      await lasting(forMs);
      await expect(state(newcomer)).toHaveAttribute("data-state", /looking-up|waiting|connecting|reconnecting/);
      await begin();
      await localAws.fault("clear");
      const waitedMs = await getIn(newcomer, Date.now());
      await newcomer.context().close();
      return waitedMs;
    });
    expect(tookMs).toBeLessThan(GET_IN_MS);
  });
}

/** Each service fails in another way; with four rounds, every service in every way. */
function brokenIn(round: number, those: readonly Service[] = names) {
  const broken = Object.fromEntries(those.map((name, i) => [name, kinds[(i + round) % kinds.length] ?? "error"]));
  return { broken, fault: those.map((name) => `${name} ${outages[broken[name] ?? "error"]}`).join(", ") };
}

for (const round of kinds.keys()) {
  const { broken, fault } = brokenIn(round);
  // In every way for a while, and in one for the minute that makes back-offs their longest.
  const [howLong, forMs] = round === 0 ? ["for a minute", 60_000] : ["for a while", 20_000];
  test(`${fault}, ${howLong}`, ({ browser }, info) =>
    expectToHold(browser, info, { fault: `${fault}, ${howLong}`, broken, forMs }));
}

for (const round of [1, 2]) {
  // Who comes is given a seat, and no way to the sound.
  const { broken, fault } = brokenIn(round, names.slice(1));
  test(`${fault}, and the session API is well`, ({ browser }, info) =>
    expectToHold(browser, info, { fault: `${fault}, and the session API is well`, broken, forMs: 15_000 }));
}

test("everything is killed and started again, and seven who wait get in", async ({ browser }, info) => {
  const talk = await beginTalk(browser);
  await expectUnharmed(talk, info, "Every service is killed and started again", async () => {
    const tookMs = await inTime(GET_IN_MS, async (begin) => {
      const newcomers: Page[] = [];
      await localAws.fault("restart", { downMs: 8000 });
      for (let seat = 0; seat < 7; seat++) {
        const newcomer = await openListener(browser, talk.link);
        await newcomer.getByRole("button", { name: "Listen" }).click();
        newcomers.push(newcomer);
      }
      const isUp = () =>
        localAws.state().then(
          () => true,
          () => false,
        );
      await expect.poll(isUp).toBe(true);
      await begin();
      const since = Date.now();
      const waitedMs = await Promise.all(newcomers.map((newcomer) => getIn(newcomer, since)));
      // Nine pages on two cores: one too busy to keep its turn is refused once, and takes its next.
      const refused = (await localAws.limits()).map(([, count]) => count);
      expect(Math.max(0, ...refused)).toBeLessThanOrEqual(2);
      for (const newcomer of newcomers) await newcomer.context().close();
      // A seat that is not given back before the next kill is nobody's for half a minute.
      await expect.poll(talk.seated).toBe(1);
      return Math.max(...waitedMs);
    });
    expect(tookMs).toBeLessThan(GET_IN_MS);
  });
});
