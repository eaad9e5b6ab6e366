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
 * Lets the server's clock go on by nine minutes so many times; after each, both pages have said that they are there: in
 * one leap a session would seem abandoned. Ends early once `until` is seen.
 */
export async function passNineMinutes(times: number, until?: Locator): Promise<void> {
  for (let step = 0; step < times; step++) {
    await localAws.advance(9);
    const { now } = await localAws.state();
    await localAws.fault("closeSockets", { service: "websocket" });
    await expect
      .poll(async () => (await opened(now, "websocket")) >= 2 || ((await until?.isVisible()) ?? false))
      .toBe(true);
    if (await until?.isVisible()) return;
  }
}

/** An hour and a little: access tokens, credentials and signaling sockets end. */
export const passAnHour = (): Promise<void> => passNineMinutes(7);
