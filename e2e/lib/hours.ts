import { expect } from "@playwright/test";
import { localAws } from "./product.ts";

/** Sockets that were opened after this moment: at least so many. */
export async function expectNewSockets(after: number, which: "signaling" | "websocket", atLeast = 2): Promise<void> {
  await expect
    .poll(async () => (await localAws.state()).sockets[which].filter(({ connectedAt }) => connectedAt > after).length)
    .toBeGreaterThanOrEqual(atLeast);
}

/**
 * Lets the server's clock go on by nine minutes so many times; after each, as many pages as given say that they are there:
 * in one leap a session would seem abandoned.
 */
export async function passNineMinutes(times: number, pages = 2): Promise<void> {
  for (let step = 0; step < times; step++) {
    await localAws.advance(9);
    const { now } = await localAws.state();
    await localAws.fault("closeSockets", { service: "websocket" });
    await expectNewSockets(now, "websocket", pages);
  }
}

/** An hour and a little: access tokens, credentials and signaling sockets end. */
export const passAnHour = (): Promise<void> => passNineMinutes(7);
