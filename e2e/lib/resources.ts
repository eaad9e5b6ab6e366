import type { BrowserContext, Page } from "@playwright/test";
import * as v from "valibot";
import { openPeers } from "./peers.ts";
import { localAws } from "./product.ts";

declare global {
  interface Window {
    /** Timers that are set and have neither fired nor been cleared. */
    setTimers: Set<number>;
  }
}

/** Counts the page's timers from its first script on. */
export async function watchTimers(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const held = new Set<number>();
    window.setTimers = held;
    const { setTimeout: set, clearTimeout: clear } = window;
    Object.assign(window, {
      setTimeout(callback: () => void, ms?: number) {
        const id = set(() => {
          held.delete(id);
          callback();
        }, ms);
        held.add(id);
        return id;
      },
      clearTimeout(id: number) {
        held.delete(id);
        clear(id);
      },
    });
  });
}

const metricsSchema = v.object({ metrics: v.array(v.object({ name: v.string(), value: v.number() })) });

/** What a page holds, after a garbage collection. */
async function held(page: Page): Promise<Record<string, number>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  // What a finalizer lets go is collected by the second.
  for (let time = 0; time < 2; time++) await devtools.send("HeapProfiler.collectGarbage");
  const { metrics } = v.parse(metricsSchema, await devtools.send("Performance.getMetrics"));
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  const counts = {
    peers: await openPeers(page),
    timers: await page.evaluate(() => window.setTimers.size),
    listeners: metric("JSEventListeners"),
    nodes: metric("Nodes"),
    heapBytes: metric("JSHeapUsedSize"),
  };
  await devtools.detach();
  return counts;
}

/** What both pages and local-aws hold at this moment, by names such as "speaker peers". */
export async function readHeld(pages: Record<string, Page>): Promise<Record<string, number>> {
  const all: Record<string, number> = {};
  for (const [who, page] of Object.entries(pages)) {
    for (const [what, count] of Object.entries(await held(page))) all[`${who} ${what}`] = count;
  }
  const { sockets } = await localAws.state();
  const { heapBytes, handles, timers } = await localAws.resources();
  return {
    ...all,
    "open signaling sockets": sockets.signaling.length,
    "open session sockets": sockets.websocket.length,
    "local-aws handles": handles,
    "local-aws timers": timers,
    "local-aws heapBytes": heapBytes,
  };
}
