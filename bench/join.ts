/**
 * How long a listener waits. 20 joins (`--joins N`), each in a fresh browser context: navigation → ready (connected and
 * decoding, only the tap missing), tap → sound. In turn with them the floor, plain WebRTC without a product: navigation → sound.
 * `--trace` prints the waterfall of the median join.
 */
import { chromiumOptions } from "@lectern/e2e/chromium";
import { type Browser, chromium, type Page } from "@playwright/test";
import { startFloor } from "./floor/floor.ts";
import { goLive } from "./lib/pages.ts";
import { startBuiltProduct } from "./lib/product.ts";
import { median, print, quantile } from "./lib/report.ts";
import { printTrace, type Trace } from "./lib/trace.ts";
import { watchSound } from "./lib/watch.ts";

interface Join {
  readyMs: number;
  tapToSoundMs: number;
  trace: Trace;
}

const joins = Number(process.argv[process.argv.indexOf("--joins") + 1]) || 20;

async function fresh(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext();
  await watchSound(context);
  const page = await context.newPage();
  await page.goto(url, { waitUntil: "commit" });
  return page;
}

async function join(browser: Browser, link: string): Promise<Join> {
  const page = await fresh(browser, link);
  await page.waitForFunction(() => window.bench.readyMs !== null);
  const readyMs = await page.evaluate(() => window.bench.readyMs ?? Number.NaN);
  await page.getByRole("button", { name: "Listen" }).click();
  await page.waitForFunction(() => window.bench.soundMs !== null);
  const [tapMs, soundMs] = await page.evaluate(() => [
    window.bench.tapMs ?? Number.NaN,
    window.bench.soundMs ?? Number.NaN,
  ]);
  const trace = await page.evaluate(() => ({
    marks: performance.getEntriesByType("mark").map(({ name, startTime }) => ({ name, startTime })),
    requests: performance.getEntriesByType("resource").map((entry) => ({
      name: entry.name,
      startTime: entry.startTime,
      durationMs: entry.duration,
    })),
  }));
  await page.context().close();
  return { readyMs, tapToSoundMs: (soundMs ?? Number.NaN) - (tapMs ?? Number.NaN), trace };
}

async function floorJoin(browser: Browser, url: string): Promise<number> {
  const page = await fresh(browser, url);
  await page.waitForFunction(() => window.bench.soundMs !== null);
  const soundMs = await page.evaluate(() => window.bench.soundMs ?? Number.NaN);
  await page.context().close();
  return soundMs;
}

const product = await startBuiltProduct();
const floor = await startFloor();
// The floor's listener plays without a tap.
const browser = await chromium.launch(
  chromiumOptions({ whole: true, switches: ["--autoplay-policy=no-user-gesture-required"] }),
);
try {
  const link = await goLive(browser, product);
  const floorSpeaker = await (await browser.newContext()).newPage();
  await floorSpeaker.goto(floor.speakerUrl);
  await floorSpeaker.waitForFunction(() => document.title === "ready");

  // The first of each warms caches and just-in-time compilers on both sides, and is not counted.
  await join(browser, link);
  await floorJoin(browser, floor.listenerUrl);
  const ours: Join[] = [];
  const theirs: number[] = [];
  for (let i = 0; i < joins; i++) {
    ours.push(await join(browser, link));
    theirs.push(await floorJoin(browser, floor.listenerUrl));
  }
  const ready = ours.map(({ readyMs }) => readyMs);
  const taps = ours.map(({ tapToSoundMs }) => tapToSoundMs);
  const figures = {
    bench: "join",
    joins,
    readyMs: { median: median(ready), p90: quantile(ready, 0.9) },
    tapToSoundMs: { median: median(taps), p90: quantile(taps, 0.9) },
    floorSoundMs: { median: median(theirs), p90: quantile(theirs, 0.9) },
    ratio: median(ready) / median(theirs),
  };
  const ms = ({ median: middle, p90 }: { median: number; p90: number }) =>
    `${middle.toFixed(0)} ms (p90 ${p90.toFixed(0)} ms)`;
  if (process.argv.includes("--trace")) {
    const middle = ours.toSorted((a, b) => a.readyMs - b.readyMs)[joins >> 1];
    if (middle) printTrace(middle.trace);
  }
  print(
    [
      `${joins} joins, medians:`,
      `  navigation → ready   ${ms(figures.readyMs)}`,
      `  tap → sound          ${ms(figures.tapToSoundMs)}   target under 100 ms`,
      `  floor → sound        ${ms(figures.floorSoundMs)}`,
      `  ready ÷ floor        ${figures.ratio.toFixed(2)}   target 2 or less`,
    ],
    figures,
  );
} finally {
  await browser.close();
  floor.close();
  await product.close();
}
process.exit(0);
