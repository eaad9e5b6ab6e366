import { expect, type Locator } from "@playwright/test";
import { localAws } from "./product.ts";

type Service = "signaling" | "websocket";

const opened = async (after: number, which: Service): Promise<number> =>
  (await localAws.state()).sockets[which].filter(({ connectedAt }) => connectedAt > after).length;

/** Sockets that were opened after this moment: at least so many. */
export async function expectNewSockets(after: number, which: Service, atLeast = 2): Promise<void> {
  await expect.poll(() => opened(after, which)).toBeGreaterThanOrEqual(atLeast);
}

/**
 * Lets the server's clock go on by so many minutes, after which both pages say that they are there: in one leap a session
 * would seem abandoned.
 *
 * @param until - what ends the wait as well, where pages do not come back
 */
export async function passMinutes(minutes: number, until?: Locator): Promise<void> {
  await localAws.advance(minutes);
  const { now } = await localAws.state();
  await localAws.fault("closeSockets", { service: "websocket" });
  await expect
    .poll(async () => (await opened(now, "websocket")) >= 2 || ((await until?.isVisible()) ?? false))
    .toBe(true);
}

/**
 * An hour and a little, in leaps shorter than a socket may be idle: access tokens, credentials and signaling sockets end.
 * Ends early once `until` is seen.
 */
export async function passAnHour(until?: Locator): Promise<void> {
  for (let leap = 0; leap < 7 && !(await until?.isVisible()); leap++) await passMinutes(9, until);
}
